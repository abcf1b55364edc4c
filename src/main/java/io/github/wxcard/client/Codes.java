package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;

/** Codes: looking up and redeeming. */
public final class Codes {
  private static final int NOT_ISSUED = 40056;
  private static final String HOW_TO_LOOK =
      " --any-status`, with the card's --card-id, knows the new code if the change was made.";

  private final Api api;

  Codes(Api api) {
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
    JsonNode tree = api.call(Call.post("/card/code/get", body, Repeat.FREELY)).tree();
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
    Call call =
        Call.post("/card/code/consume", identified(code, cardId), Repeat.NEVER)
            .leavingTimeToLook()
            .whenUncertain(failure -> withFindings(failure, code, cardId));
    Answer answer = api.call(call);
    JsonNode tree = answer.tree();
    return new Redeemed(
        tree.path("card").path("card_id").asText(), tree.path("openid").asText(), code);
  }

  /** {@code POST /card/code/decrypt}: the code in an {@code encrypt_code}. */
  public String decrypt(String encryptCode) {
    JsonNode body = Json.object().put("encrypt_code", encryptCode);
    return api.call(Call.post("/card/code/decrypt", body, Repeat.FREELY)).text("/code");
  }

  /**
   * {@code POST /card/code/update}: gives a merchant's code another text. Never sent twice, because
   * the old code is unknown once it has worked.
   *
   * @param cardId null leaves it out
   */
  public void update(String code, String cardId, String newCode) {
    ObjectNode body = identified(code, cardId).put("new_code", newCode);
    api.call(
        Call.post("/card/code/update", body, Repeat.NEVER)
            .whenUncertain(
                failure ->
                    failure
                        .fix("Look before you repeat: `wxcard code get " + newCode + HOW_TO_LOOK)
                        .retryable(false)));
  }

  private Failure withFindings(Failure failure, String code, String cardId) {
    try {
      return told(failure, get(code, cardId, false));
    } catch (Failure lookup) {
      boolean unknown = lookup.errcode().filter(errcode -> errcode == NOT_ISSUED).isPresent();
      return failure
          .retryable(false)
          .meaning(
              unknown
                  ? "WeChat does not know code " + code + " for this card, so nothing was redeemed."
                  : "Whether the code was redeemed is not known: looking it up failed too ("
                      + lookup.getMessage()
                      + ").")
          .fix(
              "Look the code up with `wxcard code get "
                  + code
                  + " --any-status` before redeeming it again.");
    }
  }

  private static Failure told(Failure failure, CodeState state) {
    failure.extra("user_card_status", Json.object().textNode(state.status()));
    return switch (state.status()) {
      case "CONSUMED" ->
          failure
              .retryable(false)
              .meaning(
                  "The answer was lost, but the code is redeemed now: by this request, unless it had"
                      + " been redeemed before.")
              .fix("Do not redeem it again.");
      case "NORMAL" ->
          failure
              .retryable(true)
              .meaning("The code was looked up afterwards and is not redeemed.")
              .fix("Redeem it again.");
      default ->
          failure
              .retryable(false)
              .meaning("The code was looked up afterwards: its state is " + state.status() + ".")
              .fix("A code in this state cannot be redeemed.");
    };
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
    return tree.has(key) ? tree.path(key) : card.path(key);
  }
}
