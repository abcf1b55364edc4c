package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.store.TicketTable.Ticket;
import io.github.wxcard.sandbox.store.Tx;
import io.github.wxcard.sign.CardClaim;
import io.github.wxcard.sign.Diagnosis;
import java.io.IOException;

/** The signed text beside a card, with which somebody claims it. */
final class CardExt {
  private static final int INVALID = 40080;

  private CardExt() {}

  /** Refuses a {@code card_ext} that is no JSON text or not signed with the present ticket. */
  static void check(Tx tx, String cardId, JsonNode cardExt) {
    JsonNode ext = read(cardExt);
    String timestamp = ext.path("timestamp").asText();
    String signature = ext.path("signature").asText();
    if (timestamp.isEmpty() || signature.isEmpty()) {
      throw new Refusal(INVALID, "card_ext needs timestamp and signature");
    }
    Ticket ticket =
        tx.tickets()
            .find("wx_card")
            .filter(known -> tx.now() < known.expires())
            .orElseThrow(() -> new Refusal(INVALID, "there is no living wx_card ticket"));
    CardClaim claim =
        new CardClaim(
            ticket.value(),
            cardId,
            ext.path("code").asText(),
            ext.path("openid").asText(),
            timestamp,
            ext.path("nonce_str").asText());
    if (!claim.signature().digest().equals(signature)) {
      throw new Refusal(
          INVALID,
          "card_ext has a wrong signature"
              + Diagnosis.ofWriting(claim, signature)
                  .or(() -> Diagnosis.of(claim, signature, claim.mistakes()))
                  .map(diagnosis -> ". " + diagnosis.what())
                  .orElse(""));
    }
  }

  private static JsonNode read(JsonNode cardExt) {
    if (!cardExt.isTextual()) {
      throw new Refusal(INVALID, "card_ext is not a text that holds JSON");
    }
    try {
      return Json.read(cardExt.textValue());
    } catch (IOException e) {
      throw new Refusal(INVALID, "card_ext holds no JSON");
    }
  }
}
