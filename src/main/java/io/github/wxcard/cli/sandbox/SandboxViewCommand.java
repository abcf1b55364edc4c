package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
final class SandboxViewCommand extends SandboxVerb {
  @Mixin final NamedCode code = new NamedCode();

  @Option(names = "--as", required = true, paramLabel = "USER", description = "Who holds the card.")
  String user;

  @Override
  HeldCode call(SandboxApi sandbox) {
    return HeldCode.of(sandbox.post("/sandbox/view", code.json("user", user)));
  }
}
