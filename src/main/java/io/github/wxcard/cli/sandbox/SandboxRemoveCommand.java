package io.github.wxcard.cli.sandbox;

import picocli.CommandLine.Command;

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
final class SandboxRemoveCommand extends SandboxHolderCommand {
  SandboxRemoveCommand() {
    super("/sandbox/remove");
  }
}
