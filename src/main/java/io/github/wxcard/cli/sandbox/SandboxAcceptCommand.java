package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the friend who accepts a card. */
@Command(
    name = "accept",
    description = "Accept a card that somebody gives away.",
    footer = {
      "",
      "Prints card_id, code, openid of the new holder and status. The code is a new one, unless"
          + " the",
      "merchant made it.",
      "",
      "Example:",
      "  wxcard sandbox accept 759733467744 --as usr2"
    })
final class SandboxAcceptCommand extends SandboxCodeCommand {
  @Option(names = "--as", required = true, paramLabel = "USER", description = "Who accepts.")
  String user;

  @Override
  CommandResult call(SandboxApi sandbox) {
    return held(sandbox.post("/sandbox/accept", body("user", user)));
  }
}
