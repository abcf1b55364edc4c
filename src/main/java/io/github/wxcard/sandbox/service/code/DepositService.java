package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Codes that a merchant imports for WeChat to hand out. */
public record DepositService(AccountPolicy policy) {
  private static final int MOST = 100;

  /**
   * {@code POST /card/code/deposit}. The documentation has it follow the card's approval; a test
   * account's cards are never approved, so it is taken before that as well. The answer lists codes,
   * or counts them: which of it WeChat does, no printed answer tells.
   */
  public ObjectNode add(Transaction tx, CallInput input) {
    String cardId = cardId(tx, input);
    List<String> codes = codes(input);
    if (new HashSet<>(codes).size() < codes.size()) {
      throw new ApiException(40111, "code holds the same code twice");
    }
    ArrayNode added = Json.array();
    ArrayNode known = Json.array();
    ArrayNode failed = Json.array();
    for (String code : codes) {
      if (CodeFormat.flaw("code", code).isPresent()) {
        failed.add(code);
      } else if (tx.deposits().add(cardId, code)) {
        added.add(code);
      } else {
        known.add(code);
      }
    }
    ObjectNode answer = Json.object();
    answer.set("succ_code", listedOrCounted(added));
    answer.set("duplicate_code", listedOrCounted(known));
    answer.set("fail_code", listedOrCounted(failed));
    return answer;
  }

  private JsonNode listedOrCounted(ArrayNode codes) {
    return policy.depositCounts() ? IntNode.valueOf(codes.size()) : codes;
  }

  /** {@code POST /card/code/getdepositcount}: all that were imported, handed out or not. */
  public static ObjectNode count(Transaction tx, CallInput input) {
    return Json.object().put("count", tx.deposits().count(cardId(tx, input)));
  }

  /** {@code POST /card/code/checkcode}: which codes were imported. */
  public static ObjectNode check(Transaction tx, CallInput input) {
    String cardId = cardId(tx, input);
    ArrayNode known = Json.array();
    ArrayNode unknown = Json.array();
    for (String code : codes(input)) {
      (tx.deposits().has(cardId, code) ? known : unknown).add(code);
    }
    ObjectNode answer = Json.object();
    answer.set("exist_code", known);
    answer.set("not_exist_code", unknown);
    return answer;
  }

  private static String cardId(Transaction tx, CallInput input) {
    Card card = CardService.existing(tx, input.need("card_id", 41012));
    CardService.refuseDeleted(card);
    if (card.codeSource() != CodeSource.DEPOSIT) {
      throw new ApiException(45030, "the card has no get_custom_code_mode for imported codes");
    }
    return card.id();
  }

  private static List<String> codes(CallInput input) {
    JsonNode list = input.needList("code", 41013);
    if (list.size() > MOST) {
      throw new ApiException(40109, list.size() + " codes, at most " + MOST + " in a call");
    }
    List<String> codes = new ArrayList<>();
    for (JsonNode code : list) {
      if (!code.isTextual()) {
        throw new ApiException(47001, "code holds " + code + ", which is not a text");
      }
      if (code.textValue().isEmpty()) {
        throw new ApiException(40110, "code holds an empty text");
      }
      codes.add(code.textValue());
    }
    return codes;
  }
}
