package io.github.wxcard.cli.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CardExtSignature;
import io.github.wxcard.sign.Nonce;
import picocli.CommandLine.Option;

/** What goes along with a card in a message, signed with the account's card ticket. */
final class CardExtOptions {
  @Option(
      names = "--card-ext-code",
      paramLabel = "C",
      description = "Hand out this code; signed with the account's card ticket.")
  String code;

  @Option(
      names = "--card-ext-openid",
      paramLabel = "O",
      description = "Let nobody else claim the card; signed too.")
  String openid;

  @Option(
      names = "--card-ext-outer-str",
      paramLabel = "TEXT",
      description = "The channel that the claim event will tell.")
  String outerStr;

  /** The card of a message's body: {@code {"card_id","card_ext"?}}, the latter a text of JSON. */
  ObjectNode card(CommandContext context, String cardId) {
    ArgumentChecks.notBlank("--card-id", cardId);
    String signedCode = given("--card-ext-code", code);
    String signedOpenid = given("--card-ext-openid", openid);
    String channel = given("--card-ext-outer-str", outerStr);
    ObjectNode card = Json.object().put("card_id", cardId);
    if (code == null && openid == null && outerStr == null) {
      return card;
    }
    String ticket = context.weChat().tokens().cardTicket().value();
    String now = Long.toString(context.environment().clock().instant().getEpochSecond());
    String nonce = Nonce.of(context.environment().random());
    CardExtSignature claim =
        new CardExtSignature(ticket, cardId, signedCode, signedOpenid, now, nonce);
    return card.put("card_ext", Json.write(claim.cardExt("", channel)));
  }

  /** What was not given is not signed. */
  private static String given(String option, String value) {
    if (value == null) {
      return "";
    }
    ArgumentChecks.notBlank(option, value);
    return value;
  }
}
