package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class SandboxAcceptCommand extends SandboxVerb {
  @Mixin final NamedCode code = new NamedCode();

  @Option(names = "--as", required = true, paramLabel = "USER", description = "Who accepts.")
  String user;

  @Override
  HeldCode call(SandboxApi sandbox) {
    return HeldCode.of(sandbox.post("/sandbox/accept", code.json("user", user)));
  }
}
