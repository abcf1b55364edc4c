package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;

/** Plays WeChat when a gift goes back. */
@Command(
    name = "return",
    description = "Take back a gift that nobody has accepted; the giver has the card again.",
    footer = {"", "Example:", "  wxcard sandbox return 759733467744"})
final class SandboxReturnCommand extends SandboxCodeCommand {
  @Override
  CommandResult call(SandboxApi sandbox) {
    return held(sandbox.post("/sandbox/return", body()));
  }
}
