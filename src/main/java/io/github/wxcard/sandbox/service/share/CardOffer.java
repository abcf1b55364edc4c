package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import java.util.Optional;

/**
 * One card that a QR code hands out.
 *
 * @param code the code the claimant will get, where the QR code fixes it
 * @param openid the only person who may claim it
 * @param pinned whether the code was chosen here and not by the merchant
 * @param claimed whether its one claim was made
 */
public record CardOffer(
    String cardId,
    Optional<String> code,
    Optional<String> openid,
    Optional<String> outerId,
    Optional<String> outerStr,
    boolean pinned,
    boolean claimed) {
  /** A card as a caller names it. */
  public static CardOffer of(JsonNode json) {
    if (!json.isObject()) {
      throw new ApiException(40053, "a card of action_info is not an object");
    }
    return new CardOffer(
        CallInput.text(json, "card_id")
            .orElseThrow(() -> new ApiException(41012, "card_id is missing")),
        CallInput.text(json, "code"),
        CallInput.text(json, "openid"),
        outerId(json.path("outer_id")),
        CallInput.text(json, "outer_str"),
        false,
        false);
  }

  /** What {@link #json} wrote. */
  static CardOffer kept(JsonNode json) {
    CardOffer offer = of(json);
    CardOffer pinned =
        json.path("pinned").asBoolean() ? offer.pinnedTo(offer.code.orElse("")) : offer;
    return json.path("claimed").asBoolean() ? pinned.claimedNow() : pinned;
  }

  /** Any code of a card for anybody. */
  public static CardOffer open(String cardId) {
    return of(Json.object().put("card_id", cardId));
  }

  /** The same for one code, which was chosen here. */
  CardOffer pinnedTo(String fixed) {
    return new CardOffer(cardId, Optional.of(fixed), openid, outerId, outerStr, true, claimed);
  }

  /** The same after a claim, which ends an offer of one code or to one person. */
  public CardOffer claimedNow() {
    return isSingle() ? new CardOffer(cardId, code, openid, outerId, outerStr, pinned, true) : this;
  }

  public boolean isSingle() {
    return code.isPresent() || openid.isPresent();
  }

  /** As the store keeps it. */
  ObjectNode json() {
    ObjectNode json = Json.object().put("card_id", cardId);
    code.ifPresent(value -> json.put("code", value));
    openid.ifPresent(value -> json.put("openid", value));
    outerId.ifPresent(value -> json.put("outer_id", value));
    outerStr.ifPresent(value -> json.put("outer_str", value));
    if (pinned) {
      json.put("pinned", true);
    }
    if (claimed) {
      json.put("claimed", true);
    }
    return json;
  }

  /** A scene of up to sixty digits, which no number type holds; sent as a number or as a text. */
  private static Optional<String> outerId(JsonNode value) {
    boolean absent = value.isMissingNode() || value.isNull();
    if (!absent && !value.isTextual() && !value.isIntegralNumber()) {
      throw new ApiException(40053, "outer_id is not a number");
    }
    if (!absent && !value.asText().matches("[0-9]{0,60}")) {
      throw new ApiException(40053, "outer_id is not a number of at most 60 digits");
    }
    return absent ? Optional.empty() : Optional.of(value.asText()).filter(id -> !id.isEmpty());
  }
}
