package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Codes: looking up and redeeming. */
public final class Codes {
  private static final String MEMBER_CARD = "MEMBER_CARD";

  private final ApiClient api;

  /**
   * A code as WeChat knows it.
   *
   * @param status {@code user_card_status}, such as NORMAL or CONSUMED; empty when not told
   * @param beginTime Unix seconds, 0 when not told
   * @param endTime Unix seconds, 0 when not told
   * @param answer all of WeChat's answer, for what only some cards have, such as {@code outer_str}
   */
  public record CodeState(
      String code,
      String cardId,
      String openid,
      boolean canConsume,
      String status,
      long beginTime,
      long endTime,
      JsonNode answer) {}

  /** A code that has just been redeemed, for good. */
  public record Redeemed(String cardId, String openid, String code) {}

  /** A code in a user's hands. */
  public record HeldCode(String code, String cardId) {}

  Codes(ApiClient api) {
    this.api = api;
  }

  /**
   * {@code POST /card/code/get}.
   *
   * @param cardId null for codes that WeChat made; merchant codes need it
   * @param checkConsume whether a code that cannot be redeemed is a refusal
   */
  public CodeState get(String code, String cardId, boolean checkConsume) {
    ObjectNode body = identified(code, cardId).put("check_consume", checkConsume);
    JsonNode tree = api.call(ApiCall.post("/card/code/get", body, Idempotency.IDEMPOTENT));
    JsonNode card = tree.path("card");
    return new CodeState(
        code,
        card.path("card_id").asText(),
        tree.path("openid").asText(card.path("openid").asText()),
        either(tree, card, "can_consume").asBoolean(),
        either(tree, card, "user_card_status").asText(),
        card.path("begin_time").asLong(),
        card.path("end_time").asLong(),
        tree);
  }

  /**
   * {@code POST /card/code/consume}: redeems a code, which cannot be undone. Never sent twice; when
   * the answer is lost, the failure tells what the code looks like now.
   *
   * @param cardId null for codes that WeChat made; merchant codes need it
   */
  public Redeemed consume(String code, String cardId) {
    try {
      return consumeOnce(code, cardId);
    } catch (UncertainOutcomeException lost) {
      throw withFindings(Reconciliation.REDEEMED, lost.failure(), code, cardId);
    }
  }

  /**
   * As {@link #consume}, but leaves the look after a {@link UncertainOutcomeException} to the
   * caller.
   */
  public Redeemed consumeOnce(String code, String cardId) {
    JsonNode tree = once("/card/code/consume", identified(code, cardId));
    return new Redeemed(
        tree.path("card").path("card_id").asText(), tree.path("openid").asText(), code);
  }

  /**
   * Whether a code is of a member card, as it says itself or {@code /card/get} says; no when that
   * cannot be found out.
   */
  public boolean isMembers(CodeState code) {
    if (code.answer().at("/card/membership_number").isTextual()) {
      return true;
    }
    ObjectNode body = Json.object().put("card_id", code.cardId());
    try {
      JsonNode answer = api.call(ApiCall.post("/card/get", body, Idempotency.IDEMPOTENT));
      return answer.at("/card/card_type").asText().equals(MEMBER_CARD);
    } catch (Failure unknown) {
      return false;
    }
  }

  /**
   * {@code POST /card/code/decrypt}: the code in an {@code encrypt_code}; a failure when what comes
   * back is none, as it is after some damage.
   */
  public String decrypt(String encryptCode) {
    JsonNode body = Json.object().put("encrypt_code", encryptCode);
    String code =
        WeChat.text(
            api.call(ApiCall.post("/card/code/decrypt", body, Idempotency.IDEMPOTENT)), "code");
    return api.dryRun() ? code : DecryptedCodeCheck.checked(code);
  }

  /**
   * {@code POST /card/code/unavailable}: makes a code void, which cannot be undone. Never sent
   * twice; when the answer is lost, the failure tells what the code looks like now.
   *
   * @param cardId null for codes that WeChat made; merchant codes need it
   * @param reason for the merchant's own records, or null
   */
  public void makeVoid(String code, String cardId, String reason) {
    try {
      voidOnce(code, cardId, reason);
    } catch (UncertainOutcomeException lost) {
      throw withFindings(Reconciliation.MADE_VOID, lost.failure(), code, cardId);
    }
  }

  /**
   * As {@link #makeVoid}, but leaves the look after a {@link UncertainOutcomeException} to the
   * caller.
   */
  public void voidOnce(String code, String cardId, String reason) {
    ObjectNode body = identified(code, cardId);
    if (reason != null) {
      body.put("reason", reason);
    }
    once("/card/code/unavailable", body);
  }

  private JsonNode once(String path, ObjectNode body) {
    ApiCall call =
        ApiCall.post(path, body, Idempotency.NOT_IDEMPOTENT)
            .leavingTimeToLook()
            .whenUncertain(
                failure -> {
                  throw new UncertainOutcomeException(failure);
                });
    return api.call(call);
  }

  private Failure withFindings(Reconciliation ending, Failure lost, String code, String cardId) {
    try {
      CodeState state = get(code, cardId, false);
      return ending.unseenOnMemberCards(state) && isMembers(state)
          ? Reconciliation.toldOfMember(lost, state)
          : ending.told(lost, state);
    } catch (Failure lookup) {
      return ending.untold(lost, code, lookup);
    }
  }

  /**
   * {@code POST /card/user/getcardlist}: this account's codes in a user's hands.
   *
   * @param cardId null for those of all cards
   */
  public List<HeldCode> heldBy(String openid, String cardId) {
    ObjectNode body = Json.object().put("openid", openid);
    if (cardId != null) {
      body.put("card_id", cardId);
    }
    List<HeldCode> held = new ArrayList<>();
    for (JsonNode card :
        api.call(ApiCall.post("/card/user/getcardlist", body, Idempotency.IDEMPOTENT))
            .path("card_list")) {
      held.add(new HeldCode(card.path("code").asText(), card.path("card_id").asText()));
    }
    return held;
  }

  private static ObjectNode identified(String code, String cardId) {
    ObjectNode body = Json.object().put("code", code);
    if (cardId != null) {
      body.put("card_id", cardId);
    }
    return body;
  }

  /** Old answers nest some members in {@code card}. */
  private static JsonNode either(JsonNode tree, JsonNode card, String key) {
    return tree.hasNonNull(key) ? tree.path(key) : card.path(key);
  }
}
