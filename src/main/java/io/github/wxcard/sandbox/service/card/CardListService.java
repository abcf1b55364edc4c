package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.CardTable.CardStatus;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The account's card ids, a page at a time. */
public final class CardListService {
  private static final int LARGEST_PAGE = 50;

  private static final Map<String, CardStatus> STATUSES =
      Arrays.stream(CardStatus.values())
          .collect(Collectors.toMap(CardStatus::wireName, Function.identity()));

  /** Names that older documents and clients use, one of them a misprint. */
  private static final Map<String, CardStatus> OLD_STATUSES =
      Map.of(
          "CARD_STATUS_VERIFY_FALL", CardStatus.VERIFY_FAIL,
          "CARD_STATUS_USER_DELETE", CardStatus.DELETE,
          "CARD_STATUS_USER_DISPATCH", CardStatus.DISPATCH);

  private static final Set<CardStatus> NOT_DELETED =
      EnumSet.complementOf(EnumSet.of(CardStatus.DELETE));

  private CardListService() {}

  /**
   * {@code POST /card/batchget}: card ids, the newest first; deleted ones only when asked for. The
   * document calls {@code total_num} the account's total, so no {@code status_list} changes it; it
   * counts what is listed when none is given.
   */
  public static ObjectNode page(Transaction tx, CallInput input) {
    int offset = number(input, "offset", 0, Integer.MAX_VALUE);
    int count = number(input, "count", LARGEST_PAGE, LARGEST_PAGE);
    ArrayNode page = Json.array();
    tx.cards().ids(wanted(input)).stream().skip(offset).limit(count).forEach(page::add);
    ObjectNode answer = Json.object();
    answer.set("card_id_list", page);
    answer.put("total_num", tx.cards().ids(NOT_DELETED).size());
    return answer.set("card_list", Json.array());
  }

  private static Set<CardStatus> wanted(CallInput input) {
    List<String> names = input.texts("status_list", 40097);
    Set<CardStatus> wanted = EnumSet.noneOf(CardStatus.class);
    for (String name : names) {
      CardStatus status = STATUSES.getOrDefault(name, OLD_STATUSES.get(name));
      if (status == null) {
        throw new ApiException(40097, "status_list holds " + name);
      }
      wanted.add(status);
    }
    return names.isEmpty() ? NOT_DELETED : wanted;
  }

  private static int number(CallInput input, String name, int absent, int most) {
    if (!input.body().hasNonNull(name)) {
      return absent;
    }
    JsonNode value = CallInput.whole(input.body().path(name));
    if (!value.isInt()) {
      throw new ApiException(47001, name + " is not a whole number").at("/" + name);
    }
    if (value.intValue() < 0 || value.intValue() > most) {
      throw new ApiException(40097, name + " is " + value + ", not 0 to " + most);
    }
    return value.intValue();
  }
}
