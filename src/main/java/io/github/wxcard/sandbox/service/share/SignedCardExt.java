package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.TokenTable.Ticket;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.sign.CardExtSignature;
import io.github.wxcard.sign.SignatureDiagnosis;
import java.io.IOException;
import java.util.Optional;

/** The signed text beside a card, with which somebody claims it; only JSON texts count. */
public final class SignedCardExt {
  private final JsonNode ext;

  private SignedCardExt(JsonNode ext) {
    this.ext = ext;
  }

  /** Refuses a {@code card_ext} that is no JSON text or not signed with the present ticket. */
  public static SignedCardExt signed(Transaction tx, String cardId, JsonNode cardExt) {
    SignedCardExt ext = new SignedCardExt(read(cardExt));
    String signature = ext.text("signature");
    if (ext.text("timestamp").isEmpty() || signature.isEmpty()) {
      throw new ApiException(40080, "card_ext needs timestamp and signature");
    }
    Optional<String> ticket = ticket(tx, "wx_card");
    if (ticket
        .filter(known -> ext.claim(known, cardId).signature().digest().equals(signature))
        .isEmpty()) {
      throw new ApiException(40080, ext.mistake(tx, cardId, ticket, signature));
    }
    return ext;
  }

  /** A value of it; numbers count as their text, what is absent as empty. */
  public String text(String name) {
    return ext.hasNonNull(name) ? ext.path(name).asText() : "";
  }

  private CardExtSignature claim(String ticket, String cardId) {
    return new CardExtSignature(
        ticket, cardId, text("code"), text("openid"), text("timestamp"), text("nonce_str"));
  }

  private String mistake(Transaction tx, String cardId, Optional<String> ticket, String signature) {
    boolean jsapi =
        ticket(tx, "jsapi")
            .filter(known -> claim(known, cardId).signature().digest().equals(signature))
            .isPresent();
    if (jsapi) {
      return "card_ext is signed with the jsapi ticket instead of the wx_card one";
    }
    return ticket
        .map(known -> "card_ext has a wrong signature" + slip(claim(known, cardId), signature))
        .orElse("there is no living wx_card ticket");
  }

  private static String slip(CardExtSignature claim, String signature) {
    return SignatureDiagnosis.ofWriting(claim, signature)
        .or(() -> SignatureDiagnosis.of(claim, signature, claim.mistakes()))
        .map(diagnosis -> ". " + diagnosis.what())
        .orElse("");
  }

  private static Optional<String> ticket(Transaction tx, String kind) {
    return tx.tokens().ticket(kind).filter(known -> tx.now() < known.expires()).map(Ticket::value);
  }

  private static JsonNode read(JsonNode cardExt) {
    if (!cardExt.isTextual()) {
      throw new ApiException(
          40080,
          "card_ext is not a text that holds JSON"
              + (cardExt.isObject() ? ", but an object; JSON.stringify makes it a text" : ""));
    }
    try {
      return Json.read(cardExt.textValue());
    } catch (IOException e) {
      throw new ApiException(40080, "card_ext holds no JSON");
    }
  }
}
