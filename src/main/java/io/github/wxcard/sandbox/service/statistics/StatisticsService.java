package io.github.wxcard.sandbox.service.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CouponTypes;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.BeijingDays;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was seen, received, redeemed and so on, day by day. */
public final class StatisticsService {
  private StatisticsService() {}

  /** {@code POST /datacube/getcardbizuininfo}: all cards together, member cards included. */
  public static ObjectNode overview(Transaction tx, CallInput input) {
    Period period = Period.of(tx, input);
    return list(
        madeByApi(input) ? tx.statistics().overview(period.from(), period.to()) : List.of());
  }

  /** {@code POST /datacube/getcardcardinfo}: each coupon, or the one of {@code card_id}. */
  public static ObjectNode coupons(Transaction tx, CallInput input) {
    Period period = Period.of(tx, input);
    boolean made = madeByApi(input);
    Optional<Card> card = input.text("card_id").map(id -> CardService.existing(tx, id));
    card.ifPresent(each -> demand(CouponTypes.include(each.type()), "a coupon", each));
    String id = card.map(Card::id).orElse(null);
    return list(made ? tx.statistics().coupons(period.from(), period.to(), id) : List.of());
  }

  /** {@code POST /datacube/getcardmembercardinfo}: all member cards together. */
  public static ObjectNode memberCards(Transaction tx, CallInput input) {
    Period period = Period.of(tx, input);
    return list(
        madeByApi(input) ? tx.statistics().memberCards(period.from(), period.to()) : List.of());
  }

  /** {@code POST /datacube/getcardmembercarddetail}: the member card of {@code card_id}. */
  public static ObjectNode memberCard(Transaction tx, CallInput input) {
    Period period = Period.of(tx, input);
    Card card = CardService.existing(tx, input.need("card_id", 41012));
    demand(card.type().equals(Membership.TYPE), "a member card", card);
    return list(tx.statistics().memberCard(period.from(), period.to(), card.id()));
  }

  /** Whether cards made by API are asked for. All are; there is no console to make others in. */
  private static boolean madeByApi(CallInput input) {
    long source = input.number("cond_source", 40097).orElse(-1);
    if (source != 0 && source != 1) {
      throw new ApiException(40097, "cond_source is neither 0 nor 1");
    }
    return source == 1;
  }

  private static void demand(boolean fits, String type, Card card) {
    if (!fits) {
      throw new ApiException(45030, "the card is a " + card.type() + ", not " + type);
    }
  }

  private static ObjectNode list(List<ObjectNode> items) {
    ObjectNode answer = Json.object();
    answer.putArray("list").addAll(items);
    return answer;
  }

  /**
   * The days that statistics are asked for.
   *
   * @param from the first second of the first day
   * @param to the first second after the last one
   */
  private record Period(long from, long to) {
    private static final long MOST_DAYS = 62;

    private static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd[ HH:mm[:ss]]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /**
     * {@code begin_date} to {@code end_date}, both included, at most 62 days and all of them past.
     * A time behind a date is taken and counts for nothing.
     */
    static Period of(Transaction tx, CallInput input) {
      LocalDate first = date(input, "begin_date");
      LocalDate last = date(input, "end_date");
      if (last.isBefore(first)) {
        throw new ApiException(61501, "end_date is before begin_date");
      }
      long days = ChronoUnit.DAYS.between(first, last) + 1;
      if (days > MOST_DAYS) {
        throw new ApiException(61501, "these are " + days + " days, at most " + MOST_DAYS);
      }
      LocalDate today = BeijingDays.day(tx.now());
      if (!last.isBefore(today)) {
        throw new ApiException(61501, "end_date is not before today, " + today + " in Beijing");
      }
      return new Period(BeijingDays.start(first), BeijingDays.start(last.plusDays(1)));
    }

    private static LocalDate date(CallInput input, String name) {
      JsonNode value = input.body().path(name);
      try {
        return LocalDate.parse(value.isTextual() ? value.textValue() : "", FORMAT);
      } catch (DateTimeParseException e) {
        throw new ApiException(61500, name + " is not a day like 2015-06-15");
      }
    }
  }
}
