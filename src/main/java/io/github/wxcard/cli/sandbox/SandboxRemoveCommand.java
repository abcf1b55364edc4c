package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the holder who throws a card away. */
@Command(
    name = "remove",
    description = "Remove a card from its holder's wallet.",
    footer = {
      "",
      "A redeemed card and one that the merchant ended stay. A member card comes back with its old",
      "code when its holder claims it again.",
      "",
      "Example:",
      "  wxcard sandbox remove 759733467744 --as usr1"
    })
final class SandboxRemoveCommand extends SandboxVerb {
  @Mixin final NamedCode code = new NamedCode();

  @Option(names = "--as", required = true, paramLabel = "USER", description = "Who holds the card.")
  String user;

  @Override
  HeldCode call(SandboxApi sandbox) {
    return HeldCode.of(sandbox.post("/sandbox/remove", code.json("user", user)));
  }
}
