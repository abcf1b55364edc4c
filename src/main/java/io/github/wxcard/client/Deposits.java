package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A merchant's own codes, imported for WeChat to hand out. */
public final class Deposits {
  /** The most codes of one call. */
  public static final int MOST = 100;

  /** Refusals that say of a card that it is unknown, or takes no imported codes. */
  public static final Set<Integer> ABOUT_THE_CARD = Set.of(40073, 45030);

  private final ApiClient api;

  Deposits(ApiClient api) {
    this.api = api;
  }

  /**
   * What an import counted.
   *
   * @param failed the codes that were not taken, where the answer names them
   * @param refused how many were not taken
   */
  public record Counts(int added, int known, int refused, Set<String> failed) {
    /** Whether every one of {@code size} codes was taken, or had been before. */
    public boolean complete(int size) {
      return refused == 0 && added + known == size;
    }
  }

  /** Which codes of a question there are. */
  public record Known(Set<String> codes, boolean pretended) {
    public boolean has(String code) {
      return pretended || codes.contains(code);
    }
  }

  /**
   * {@code POST /card/code/deposit}: imports up to 100 different codes.
   *
   * @param again whether the call may be sent several times, which makes its counts worthless
   * @throws UncertainOutcomeException when the codes may have been imported
   */
  public Counts add(String cardId, List<String> codes, boolean again) {
    Idempotency idempotency = again ? Idempotency.IDEMPOTENT : Idempotency.NOT_IDEMPOTENT;
    ApiCall call =
        ApiCall.post("/card/code/deposit", body(cardId, codes), idempotency)
            .whenUncertain(failure -> interrupted(failure, cardId));
    JsonNode tree = api.call(call);
    return api.dryRun()
        ? new Counts(codes.size(), 0, 0, Set.of())
        : new Counts(
            count(tree.path("succ_code")),
            count(tree.path("duplicate_code")),
            count(tree.path("fail_code")),
            texts(tree.path("fail_code")));
  }

  /** {@code POST /card/code/checkcode}: which of up to 100 codes were imported. */
  public Known check(String cardId, List<String> codes) {
    ApiCall call =
        ApiCall.post("/card/code/checkcode", body(cardId, codes), Idempotency.IDEMPOTENT);
    JsonNode answer = api.call(call);
    Set<String> there = texts(answer.path("exist_code"));
    Set<String> named = texts(answer.path("not_exist_code"));
    named.addAll(there);
    if (!api.dryRun() && !named.containsAll(codes)) {
      throw Failure.of(
          FailureKind.NETWORK,
          call.name() + ": an answer that leaves out some of the codes",
          "Ask again; --verbose shows the answer.");
    }
    return new Known(there, api.dryRun());
  }

  /** Other trouble is looked into at once; after an interrupt there is no time for it. */
  private static Failure interrupted(Failure failure, String cardId) {
    if (failure.kind() != FailureKind.INTERRUPTED) {
      throw new UncertainOutcomeException(failure);
    }
    return failure
        .meaning("Whether the codes are imported is not known.")
        .fix(
            "`wxcard code check "
                + cardId
                + " CODE...` tells; importing them once more does no harm.");
  }

  private static ObjectNode body(String cardId, List<String> codes) {
    ObjectNode body = Json.object().put("card_id", cardId);
    codes.forEach(body.putArray("code")::add);
    return body;
  }

  /** The documentation speaks of numbers; some answers list the codes instead. */
  private static int count(JsonNode numberOrList) {
    return numberOrList.isArray() ? numberOrList.size() : numberOrList.asInt();
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(code -> texts.add(code.asText()));
    return texts;
  }
}
