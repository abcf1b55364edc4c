package io.github.wxcard.cli.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a card to one user as a customer-service message. */
@Command(
    name = "send",
    description = "Send a card to a user who wrote lately, as a customer-service message.",
    footer = {
      "",
      "WeChat lets an account write within 48 hours of what the user did last (45015 after that),",
      "and 20 times until the user does something again (45047). The message is sent once.",
      "",
      "Example:",
      "  wxcard message send --openid oFS7Fjl0WsZ9AMZqrI80nbIq8xrA --card-id"
          + " pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class MessageSendCommand extends ApiCommand {
  @Option(names = "--openid", required = true, paramLabel = "O", description = "The receiver.")
  String openid;

  @Option(names = "--card-id", required = true, paramLabel = "ID", description = "The card.")
  String cardId;

  @Mixin final CardExtOptions ext = new CardExtOptions();

  @Override
  public Document call(WeChat weChat) {
    ArgumentChecks.notBlank("--openid", openid);
    ObjectNode body = Json.object().put("touser", openid).put("msgtype", "wxcard");
    body.set("wxcard", ext.card(context, cardId));
    weChat.postOnce(
        "/cgi-bin/message/custom/send",
        body,
        "The message may have arrived. Ask the receiver before sending it again.");
    return Document.line(
        Json.object().put("openid", openid).put("card_id", cardId), "card_id", "openid");
  }
}
