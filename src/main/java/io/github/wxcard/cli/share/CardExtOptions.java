package io.github.wxcard.cli.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.App;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CardClaim;
import io.github.wxcard.sign.Nonce;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What goes along with a card in a message, signed with the account's card ticket. */
final class CardExtOptions {
  @Option(
      names = "--card-ext-code",
      paramLabel = "C",
      description = "Hand out this code; signed with the account's card ticket.")
  String code = "";

  @Option(
      names = "--card-ext-openid",
      paramLabel = "O",
      description = "Let nobody else claim the card; signed too.")
  String openid = "";

  @Option(
      names = "--card-ext-outer-str",
      paramLabel = "TEXT",
      description = "The channel that the claim event will tell.")
  String outerStr = "";

  /** The card of a message's body: {@code {"card_id","card_ext"?}}, the latter a text of JSON. */
  ObjectNode card(App app, String cardId) {
    ObjectNode card = Json.object().put("card_id", cardId);
    return Stream.of(code, openid, outerStr).allMatch(String::isEmpty)
        ? card
        : card.put("card_ext", Json.write(signed(app, cardId).cardExt("", outerStr)));
  }

  private CardClaim signed(App app, String cardId) {
    String ticket = app.weChat().tickets().cardTicket().value();
    String now = Long.toString(app.environment().clock().instant().getEpochSecond());
    return new CardClaim(ticket, cardId, code, openid, now, Nonce.of(app.environment().random()));
  }
}
