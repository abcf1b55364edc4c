package io.github.wxcard.cli.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Answered;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Confirmation;
import io.github.wxcard.cli.base.Sent;
import io.github.wxcard.cli.base.SentFields;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a card to many users at once. */
@Command(
    name = "mass",
    description = "Send a card to many users; it cannot be undone. Prints the msg_id.",
    footer = {
      "",
      "Asks first on a terminal, and needs --yes elsewhere. The message is sent once, whatever",
      "becomes of the answer.",
      "",
      "Examples:",
      "  wxcard message mass --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --tag 2 --yes",
      "  wxcard message mass --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --all --dry-run"
    })
final class MessageMassCommand extends ApiCommand<Answered> {
  @Option(names = "--card-id", required = true, paramLabel = "ID", description = "The card.")
  @Sent("wxcard/card_id")
  String cardId;

  @ArgGroup(multiplicity = "1")
  Receivers receivers;

  @Mixin final Confirmation confirmation = new Confirmation();

  @Override
  public Answered call(WeChat weChat) {
    ObjectNode body = SentFields.of(this).put("msgtype", "wxcard");
    String path = receivers.path();
    if (receivers.tag != null) {
      body.withObjectProperty("filter").put("is_to_all", false);
    }
    confirmation.ask(app, "send the card to " + receivers.words());
    return Answered.facts(
        weChat.postOnce(
            path,
            body,
            "The message may be on its way to all of them. Look into the console's list of sent"
                + " messages before sending it again."));
  }
}
