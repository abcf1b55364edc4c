package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the holder who gives a card away. */
@Command(
    name = "gift",
    description = "Give a card to a friend; with --to the friend accepts it at once.",
    footer = {
      "",
      "Prints card_id, code, openid of the holder and status. A code of WeChat's own is replaced",
      "by a new one when it is accepted, a merchant's code stays. A gift that nobody accepts"
          + " within",
      "24 hours is GIFT_TIMEOUT and can only be taken back: see `wxcard sandbox return`.",
      "",
      "Examples:",
      "  wxcard sandbox gift 759733467744 --from usr1",
      "  wxcard sandbox gift 759733467744 --from usr1 --to usr2"
    })
final class SandboxGiftCommand extends SandboxCodeCommand {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "USER",
      description = "Who holds the card and gives it away.")
  String giver;

  @Option(
      names = "--to",
      paramLabel = "USER",
      description = "Who accepts it. Default: nobody yet, see `wxcard sandbox accept`.")
  String receiver;

  @Override
  CommandResult call(SandboxApi sandbox) {
    ObjectNode body = body("from", giver);
    if (receiver != null) {
      ArgumentChecks.notBlank("--to", receiver);
      body.put("to", receiver);
    }
    return held(sandbox.post("/sandbox/gift", body));
  }
}
