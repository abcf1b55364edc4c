package io.github.wxcard.cli.sandbox;

import picocli.CommandLine.Command;

/** Plays the holder who looks at a card. */
@Command(
    name = "view",
    description =
        "Look at a card; counted by statistics, and told to the merchant who asked for it.",
    footer = {
      "",
      "A member card with need_push_on_view sends the event user_view_card.",
      "",
      "Example:",
      "  wxcard sandbox view 759733467744 --as usr1"
    })
final class SandboxViewCommand extends SandboxHolderCommand {
  SandboxViewCommand() {
    super("/sandbox/view");
  }
}
