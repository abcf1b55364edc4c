package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Refusal;
import java.util.Optional;

/**
 * One card that a QR code hands out.
 *
 * @param code the code the claimant will get, where the QR code fixes it
 * @param openid the only person who may claim it
 * @param pinned whether the code was chosen here and not by the merchant
 * @param claimed whether its one claim was made
 */
public record Offer(
    String cardId,
    Optional<String> code,
    Optional<String> openid,
    Optional<String> outerId,
    Optional<String> outerStr,
    boolean pinned,
    boolean claimed) {

  /** A card as a caller names it. */
  public static Offer of(JsonNode json) {
    if (!json.isObject()) {
      throw new Refusal(40053, "a card of action_info is not an object");
    }
    return new Offer(
        Input.text(json, "card_id").orElseThrow(() -> new Refusal(41012, "card_id is missing")),
        Input.text(json, "code"),
        Input.text(json, "openid"),
        outerId(json.path("outer_id")),
        Input.text(json, "outer_str"),
        false,
        false);
  }

  /** What {@link #json} wrote. */
  static Offer kept(JsonNode json) {
    Offer offer = of(json);
    Offer pinned = json.path("pinned").asBoolean() ? offer.pinnedTo(offer.code.orElse("")) : offer;
    return json.path("claimed").asBoolean() ? pinned.claimedNow() : pinned;
  }

  /** Any code of a card for anybody. */
  public static Offer open(String cardId) {
    return new Offer(
        cardId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  /** The same for one code, which was chosen here. */
  Offer pinnedTo(String fixed) {
    return new Offer(cardId, Optional.of(fixed), openid, outerId, outerStr, true, claimed);
  }

  /** The same after a claim, which ends an offer of one code or to one person. */
  public Offer claimedNow() {
    return isSingle() ? new Offer(cardId, code, openid, outerId, outerStr, pinned, true) : this;
  }

  /** Whether one claim uses it up. */
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
      throw new Refusal(40053, "outer_id is not a number");
    }
    if (!absent && !value.asText().matches("[0-9]{0,60}")) {
      throw new Refusal(40053, "outer_id is not a number of at most 60 digits");
    }
    return absent ? Optional.empty() : Optional.of(value.asText()).filter(id -> !id.isEmpty());
  }
}
