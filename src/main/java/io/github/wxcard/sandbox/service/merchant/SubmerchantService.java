package io.github.wxcard.sandbox.service.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.base.SandboxAccount;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Merchants on whose behalf the account issues cards. */
public record SubmerchantService(AccountPolicy policy) {
  private static final String KIND = "sub_merchant";
  private static final long MOST_LISTED = 100;
  private static final long FIRST_ID = 12_000_001;
  private static final String EXPIRED = "EXPIRED";
  private static final String APPROVED = "APPROVED";
  private static final String REJECTED = "REJECTED";
  private static final Set<String> VERDICTS = Set.of(APPROVED, REJECTED);
  private static final Set<String> STATUSES = Set.of("CHECKING", APPROVED, REJECTED, EXPIRED);

  /** {@code POST /card/submerchant/submit}: hands a merchant in for review. */
  public ObjectNode submit(Transaction tx, CallInput input) {
    ObjectNode sent = SubmerchantForm.of(tx, input.body());
    return keep(tx, sent, FIRST_ID + tx.documents().count(KIND), tx.now());
  }

  /** {@code POST /card/submerchant/update}: hands other facts in, which are reviewed again. */
  public ObjectNode update(Transaction tx, CallInput input) {
    ObjectNode sent = SubmerchantForm.of(tx, input.body());
    ObjectNode known = existing(tx, sent);
    return keep(tx, sent, id(known), known.path("create_time").longValue());
  }

  /** {@code POST /card/submerchant/get}. */
  public static ObjectNode get(Transaction tx, CallInput input) {
    return Json.object().set("info", shown(tx, existing(tx, input.body())));
  }

  /**
   * {@code POST /card/submerchant/batchget}: those whose ids come after {@code begin_id}, where
   * {@code next_begin_id} of the answer before it goes on.
   */
  public static ObjectNode list(Transaction tx, CallInput input) {
    long begin = input.number("begin_id", 40097).orElse(0);
    long limit = input.number("limit", 40097).orElse(MOST_LISTED);
    if (begin < 0 || limit < 1 || limit > MOST_LISTED) {
      throw new ApiException(40097, "begin_id is negative, or limit outside of 1 to 100");
    }
    Optional<String> status = input.text("status");
    if (status.isPresent() && !STATUSES.contains(status.get())) {
      throw new ApiException(40097, "status is none of " + STATUSES);
    }
    List<ObjectNode> found =
        tx.documents().all(KIND).stream()
            .map(document -> shown(tx, document.body()))
            .filter(each -> id(each) > begin)
            .filter(each -> status.isEmpty() || each.path("status").asText().equals(status.get()))
            .sorted(Comparator.comparingLong(SubmerchantService::id))
            .limit(limit)
            .toList();
    ObjectNode answer = Json.object().set("info_list", Json.array().addAll(found));
    long last = found.isEmpty() ? begin : id(found.get(found.size() - 1));
    return answer.put("next_begin_id", last);
  }

  /**
   * {@code POST /sandbox/approve-merchant} with {@code merchant_id} and the reviewers' {@code
   * status}, which is APPROVED unless it says REJECTED, then with a {@code reason}.
   */
  public static ObjectNode approve(Transaction tx, CallInput input) {
    String status = input.text("status").orElse(APPROVED);
    if (!VERDICTS.contains(status)) {
      throw new ApiException(40097, "status is neither APPROVED nor REJECTED");
    }
    return decide(
        tx, input.body(), status.equals(APPROVED), input.text("reason").orElse("not told"));
  }

  /**
   * Ends the review of a merchant; what was decided so before is not told again.
   *
   * @param named has its {@code merchant_id}
   * @param reason why it is not approved
   */
  public static ObjectNode decide(Transaction tx, JsonNode named, boolean approved, String reason) {
    ObjectNode merchant = existing(tx, named);
    String status = approved ? APPROVED : REJECTED;
    if (!merchant.path("status").asText().equals(status)) {
      merchant.put("status", status);
      tx.documents().put(KIND, merchant.path("merchant_id").asText(), merchant, tx.now());
      tell(tx, merchant, approved ? "" : reason);
    }
    ObjectNode answer = Json.object();
    answer.set("merchant_id", merchant.path("merchant_id"));
    return answer.set("info", shown(tx, merchant));
  }

  private static void tell(Transaction tx, ObjectNode merchant, String reason) {
    EventOutbox.recordReview(
        tx,
        EventKind.CARD_MERCHANT_CHECK_RESULT,
        "MerchantId",
        merchant.path("merchant_id").asText(),
        "IsPass",
        merchant.path("status").asText().equals(APPROVED) ? "1" : "0",
        "Reason",
        reason);
  }

  /** Refuses a card on behalf of a merchant that is unknown or not approved. */
  public static void checkIssuer(Transaction tx, JsonNode card) {
    JsonNode issuer = card.at("/base_info/sub_merchant_info");
    if (issuer.hasNonNull("merchant_id")) {
      String status = shown(tx, existing(tx, issuer)).path("status").asText();
      if (!status.equals(APPROVED)) {
        throw new ApiException(40140, "the sub-merchant's status is " + status);
      }
    }
  }

  private ObjectNode keep(Transaction tx, ObjectNode sent, long id, long created) {
    ObjectNode merchant = Json.object();
    merchant.put("merchant_id", id);
    merchant.put("app_id", sent.path("app_id").asText(SandboxAccount.APP_ID));
    merchant.put("create_time", created);
    merchant.put("update_time", tx.now());
    merchant.set("brand_name", sent.path("brand_name"));
    merchant.set("logo_url", sent.path("logo_url"));
    merchant.put("status", policy.autoApprove() ? APPROVED : "CHECKING");
    merchant.put("begin_time", created);
    for (String name : List.of("end_time", "primary_category_id", "secondary_category_id")) {
      merchant.set(name, CallInput.whole(sent.path(name)));
    }
    tx.documents().put(KIND, Long.toString(id), merchant, tx.now());
    if (policy.autoApprove()) {
      tell(tx, merchant, "");
    }
    return Json.object().set("info", merchant);
  }

  private static ObjectNode existing(Transaction tx, JsonNode named) {
    long id = CallInput.needNumber(named, "merchant_id", 40139, 41011);
    return tx.documents()
        .find(KIND, Long.toString(id))
        .orElseThrow(() -> new ApiException(40139, "there is no sub-merchant " + id))
        .body();
  }

  private static long id(JsonNode merchant) {
    return merchant.path("merchant_id").longValue();
  }

  /** The end of its time changes a merchant's status without anybody's doing. */
  private static ObjectNode shown(Transaction tx, ObjectNode merchant) {
    return tx.now() > merchant.path("end_time").longValue()
        ? merchant.put("status", EXPIRED)
        : merchant;
  }
}
