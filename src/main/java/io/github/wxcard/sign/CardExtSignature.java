package io.github.wxcard.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.List;

/**
 * The signature in {@code cardExt}, with which {@code wx.addCard} lets a user claim a card.
 *
 * @param ticket the wx_card ticket, which the documentation calls api_ticket
 * @param code empty unless the card has codes of the merchant's own
 * @param openid empty unless the card is bound to a receiver
 * @param timestamp seconds
 */
public record CardExtSignature(
    String ticket, String cardId, String code, String openid, String timestamp, String nonce)
    implements Signable {

  @Override
  public SigningInput input() {
    return SigningInput.of(Canonicalization.SORTED_VALUES)
        .add("api_ticket", ticket)
        .add("timestamp", timestamp)
        .add("card_id", cardId)
        .add("code", code)
        .add("openid", openid)
        .add("nonce_str", nonce);
  }

  @Override
  public List<SignatureMistake> mistakes() {
    return CardMistakes.ofClaim();
  }

  @Override
  public List<String> warnings() {
    return new InputWarnings()
        .ticket("ticket", ticket)
        .id("card id", cardId, 'p')
        .code("code", code)
        .id("openid", openid, 'o')
        .timestamp(timestamp)
        .nonce(nonce)
        .list();
  }

  /** What looks wrong with the real time of receipt, which is not signed; empty is none. */
  public static List<String> doubtsOfReceipt(String fixedBegin) {
    return fixedBegin.isEmpty()
        ? List.of()
        : new InputWarnings().seconds("fixed_begintimestamp", fixedBegin).list();
  }

  /**
   * The value for {@code wx.addCard}, to be passed as text. The card id is signed but not in it.
   *
   * @param fixedBegin seconds of the real receipt, or empty; not signed
   * @param outerStr the channel told in the claim event, or empty; not signed
   */
  public ObjectNode cardExt(String fixedBegin, String outerStr) {
    ObjectNode ext = Json.object();
    put(ext, "code", code);
    put(ext, "openid", openid);
    put(ext, "timestamp", timestamp);
    put(ext, "nonce_str", nonce);
    put(ext, "fixed_begintimestamp", fixedBegin);
    put(ext, "outer_str", outerStr);
    return ext.put("signature", signature().digest());
  }

  private static void put(ObjectNode ext, String key, String value) {
    if (!value.isEmpty()) {
      ext.put(key, value);
    }
  }
}
