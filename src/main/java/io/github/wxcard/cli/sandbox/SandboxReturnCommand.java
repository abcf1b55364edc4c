package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plays WeChat when a gift goes back. */
@Command(
    name = "return",
    description = "Take back a gift that nobody has accepted; the giver has the card again.",
    footer = {"", "Example:", "  wxcard sandbox return 759733467744"})
final class SandboxReturnCommand extends SandboxVerb {
  @Mixin final NamedCode code = new NamedCode();

  @Override
  HeldCode call(SandboxApi sandbox) {
    return HeldCode.of(sandbox.post("/sandbox/return", code.json()));
  }
}
