package io.github.wxcard.sandbox.service.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CouponTypes;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.List;
import java.util.Optional;

/** What was seen, received, redeemed and so on, day by day. */
public final class StatisticsService {
  private static final int BAD_SOURCE = 40097;
  private static final int OTHER_TYPE = 45030;

  private StatisticsService() {}

  /** {@code POST /datacube/getcardbizuininfo}: all cards together, member cards included. */
  public static ObjectNode overview(Transaction tx, CallInput input) {
    StatisticsPeriod period = StatisticsPeriod.of(tx, input);
    return list(madeByApi(input) ? tx.statistics().overview(period.from(), period.to()) : none());
  }

  /** {@code POST /datacube/getcardcardinfo}: each coupon, or the one of {@code card_id}. */
  public static ObjectNode coupons(Transaction tx, CallInput input) {
    StatisticsPeriod period = StatisticsPeriod.of(tx, input);
    boolean made = madeByApi(input);
    Optional<Card> card = input.text("card_id").map(id -> CardService.existing(tx, id));
    card.ifPresent(each -> demand(CouponTypes.include(each.type()), "a coupon", each));
    String id = card.map(Card::id).orElse(null);
    return list(made ? tx.statistics().coupons(period.from(), period.to(), id) : none());
  }

  /** {@code POST /datacube/getcardmembercardinfo}: all member cards together. */
  public static ObjectNode memberCards(Transaction tx, CallInput input) {
    StatisticsPeriod period = StatisticsPeriod.of(tx, input);
    return list(
        madeByApi(input) ? tx.statistics().memberCards(period.from(), period.to()) : none());
  }

  /** {@code POST /datacube/getcardmembercarddetail}: the member card of {@code card_id}. */
  public static ObjectNode memberCard(Transaction tx, CallInput input) {
    StatisticsPeriod period = StatisticsPeriod.of(tx, input);
    Card card = CardService.existing(tx, input.need("card_id", 41012));
    demand(card.type().equals(Membership.TYPE), "a member card", card);
    return list(tx.statistics().memberCard(period.from(), period.to(), card.id()));
  }

  /** Whether cards made by API are asked for. All are; there is no console to make others in. */
  private static boolean madeByApi(CallInput input) {
    long source = input.number("cond_source", BAD_SOURCE).orElse(-1);
    if (source != 0 && source != 1) {
      throw new ApiException(BAD_SOURCE, "cond_source is neither 0 nor 1");
    }
    return source == 1;
  }

  private static void demand(boolean fits, String type, Card card) {
    if (!fits) {
      throw new ApiException(OTHER_TYPE, "the card is a " + card.type() + ", not " + type);
    }
  }

  private static List<ObjectNode> none() {
    return List.of();
  }

  private static ObjectNode list(List<ObjectNode> items) {
    ObjectNode answer = Json.object();
    answer.putArray("list").addAll(items);
    return answer;
  }
}
