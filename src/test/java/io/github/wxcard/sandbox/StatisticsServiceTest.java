package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The sandbox's time is noon of 2026-10-01 in Beijing. */
final class StatisticsServiceTest {
  private static final String OVERVIEW = "/datacube/getcardbizuininfo";
  private static final String COUPONS = "/datacube/getcardcardinfo";

  @Injected private RawSandbox raw;
  @Injected private Phone phone;

  @Test
  void a_day_counts_what_happened_and_who_did_it() {
    String cardId = raw.create(Definitions.groupon());
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    String ticket = raw.ticket(cardId);
    JsonNode first = raw.scan(ticket, "a");
    raw.scan(ticket, "a");
    JsonNode third = raw.scan(ticket, "b");
    phone.done("view", first.path("code").asText(), "user", "a");
    raw.done("/card/code/consume", Json.write(Phone.named(first)));
    phone.done("gift", third.path("code").asText(), "from", "b", "to", "c");
    phone.later(Duration.ofDays(1));

    JsonNode answer = raw.call(OVERVIEW, days("2026-10-01", "2026-10-01"));

    assertThat(answer)
        .isEqualTo(
            Definitions.json(
                """
                {"list": [{"ref_date": "2026-10-01", "view_cnt": 4, "view_user": 2,
                  "receive_cnt": 3, "receive_user": 2, "verify_cnt": 1, "verify_user": 1,
                  "given_cnt": 1, "given_user": 1, "expire_cnt": 0, "expire_user": 0,
                  "view_friends_cnt": 0, "view_friends_user": 0, "receive_friends_cnt": 0,
                  "receive_friends_user": 0, "verify_friends_cnt": 0, "verify_friends_user": 0}]}
                """));
  }

  @Test
  void a_day_begins_at_midnight_in_beijing() {
    raw.claimed(Definitions.groupon(), "a");
    phone.later(Duration.ofHours(12).minusSeconds(1));
    raw.claimed(Definitions.groupon(), "b");
    raw.clock.advance(Duration.ofSeconds(1));
    raw.claimed(Definitions.groupon(), "c");
    phone.later(Duration.ofDays(1));

    JsonNode list = list(OVERVIEW, days("2026-10-01", "2026-10-02"));

    assertThat(list.findValuesAsText("ref_date")).containsExactly("2026-10-01", "2026-10-02");
    assertThat(list.at("/0/receive_cnt").asInt()).isEqualTo(2);
    assertThat(list.at("/1/receive_cnt").asInt()).isEqualTo(1);
    assertThat(list(OVERVIEW, days("2026-10-02", "2026-10-02"))).hasSize(1);
  }

  @Test
  void a_code_expires_on_the_day_after_its_last() {
    JsonNode kept = raw.claimed(Definitions.groupon(), "a");
    JsonNode redeemed = raw.claimed(Definitions.groupon(), "a");
    JsonNode removed = raw.claimed(Definitions.groupon(), "a");
    JsonNode cleared = raw.claimed(Definitions.groupon(), "b");
    raw.done("/card/code/consume", Json.write(Phone.named(redeemed)));
    phone.done("remove", removed.path("code").asText(), "user", "a");
    phone.later(Duration.ofDays(15));
    phone.done("remove", cleared.path("code").asText(), "user", "b");
    assertThat(phone.status(kept)).isEqualTo("EXPIRE");
    phone.later(Duration.ofDays(1));

    JsonNode list = list(OVERVIEW, days("2026-10-02", "2026-10-16"));

    assertThat(list).hasSize(15);
    assertThat(list.findValuesAsText("expire_cnt").subList(0, 14)).containsOnly("0");
    assertThat(list.at("/14/ref_date").asText()).isEqualTo("2026-10-16");
    assertThat(list.at("/14/expire_cnt").asInt()).isEqualTo(2);
    assertThat(list.at("/14/expire_user").asInt()).isEqualTo(2);
  }

  @Test
  void a_merchants_code_that_was_given_away_was_received_by_its_first_holder() {
    phone.claimedMerchants("A-1", "a");
    phone.later(Duration.ofDays(1));
    phone.done("gift", "A-1", "from", "a", "to", "b");
    phone.done("gift", "A-1", "from", "b", "to", "c");
    phone.later(Duration.ofDays(1));

    JsonNode list = list(OVERVIEW, days("2026-10-01", "2026-10-02"));

    assertThat(list.at("/0/receive_cnt").asInt()).isEqualTo(1);
    assertThat(list.at("/1/receive_cnt").asInt(-1)).isZero();
    assertThat(list.at("/1/given_cnt").asInt()).isEqualTo(2);
    assertThat(list.at("/1/given_user").asInt()).isEqualTo(2);
  }

  @Test
  void each_coupon_has_an_item_with_its_type_as_a_number() {
    JsonNode groupon = raw.claimed(Definitions.groupon(), "a");
    JsonNode cash = raw.claimed(Typed.coupon("CASH"), "a");
    raw.claimed(Typed.memberCard(), "a");
    phone.later(Duration.ofDays(1));

    JsonNode list = list(COUPONS, days("2026-10-01", "2026-10-01"));

    assertThat(list).hasSize(2);
    for (JsonNode item : list) {
      boolean isCash = item.path("card_id").equals(cash.path("card_id"));
      assertThat(item.path("card_type").asInt()).isEqualTo(isCash ? 1 : 4);
      assertThat(item.path("receive_cnt").asInt()).isEqualTo(1);
      assertThat(item.fieldNames())
          .toIterable()
          .containsExactly(
              "ref_date",
              "card_id",
              "card_type",
              "is_pay",
              "view_cnt",
              "view_user",
              "receive_cnt",
              "receive_user",
              "verify_cnt",
              "verify_user",
              "given_cnt",
              "given_user",
              "expire_cnt",
              "expire_user",
              "verify_noself_cnt",
              "verify_noself_user",
              "isfriendscard");
    }
    JsonNode one =
        list(COUPONS, with(days("2026-10-01", "2026-10-01"), groupon.path("card_id").asText()));
    assertThat(one).hasSize(1);
    assertThat(one.at("/0/card_id")).isEqualTo(groupon.path("card_id"));
  }

  @Test
  void every_coupon_type_has_its_number() {
    String[] types = {"DISCOUNT", "CASH", "GIFT", "GENERAL_COUPON", "GROUPON"};
    String[] ids = new String[types.length];
    for (int i = 0; i < types.length; i++) {
      ids[i] = raw.claimed(Typed.coupon(types[i]), "a").path("card_id").asText();
    }
    phone.later(Duration.ofDays(1));

    for (int i = 0; i < types.length; i++) {
      JsonNode list = list(COUPONS, with(days("2026-10-01", "2026-10-01"), ids[i]));
      assertThat(list.at("/0/card_type").asInt(-1)).as(types[i]).isEqualTo(i);
    }
  }

  @Test
  void no_card_was_made_in_the_console() {
    raw.claimed(Definitions.groupon(), "a");
    phone.later(Duration.ofDays(1));
    String inConsole = days("2026-10-01", "2026-10-01").replace(":1}", ":0}");

    for (String path : new String[] {OVERVIEW, COUPONS, "/datacube/getcardmembercardinfo"}) {
      assertThat(list(path, inConsole)).isEmpty();
    }
  }

  @Test
  void a_day_on_which_nothing_happened_counts_nothing_in_sums_and_is_left_out_of_single_cards() {
    raw.claimed(Definitions.groupon(), "a");
    phone.later(Duration.ofDays(10));

    JsonNode all = list(OVERVIEW, days("2026-09-20", "2026-10-10"));
    assertThat(all).hasSize(21);
    assertThat(all.at("/0/ref_date").asText()).isEqualTo("2026-09-20");
    assertThat(all.at("/11/receive_cnt").asInt()).isEqualTo(1);
    assertThat(all.at("/20/receive_cnt").asInt(-1)).isZero();
    JsonNode quiet = list("/datacube/getcardmembercardinfo", days("2026-10-02", "2026-10-10"));
    assertThat(quiet).hasSize(9);
    assertThat(list(COUPONS, days("2026-09-20", "2026-10-10"))).hasSize(1);
    assertThat(list(COUPONS, days("2026-10-02", "2026-10-10"))).isEmpty();
  }

  @Test
  void an_account_without_cards_has_no_days() {
    assertThat(list(OVERVIEW, days("2026-09-20", "2026-09-30"))).isEmpty();
    assertThat(list("/datacube/getcardmembercardinfo", days("2026-09-20", "2026-09-30"))).isEmpty();
  }

  @Test
  void a_time_behind_a_date_counts_for_nothing() {
    raw.claimed(Definitions.groupon(), "a");
    phone.later(Duration.ofDays(1));

    JsonNode list = list(OVERVIEW, days("2026-09-30 23:59:59", "2026-10-01 00:00:00"));

    assertThat(list.findValuesAsText("ref_date")).containsExactly("2026-09-30", "2026-10-01");
    assertThat(list.at("/1/receive_cnt").asInt()).isEqualTo(1);
    assertThat(raw.errcode(OVERVIEW, days("2026-10-01 24:61:00", "2026-10-01"))).isEqualTo(61500);
    assertThat(raw.errcode(OVERVIEW, days("2026-10-01 noon", "2026-10-01"))).isEqualTo(61500);
  }

  private JsonNode list(String path, String body) {
    JsonNode answer = raw.call(path, body);
    assertThat(answer.has("errcode")).as("%s", answer).isFalse();
    assertThat(answer.path("list").isArray()).isTrue();
    return answer.path("list");
  }

  private static String days(String first, String last) {
    return "{\"begin_date\":\"" + first + "\",\"end_date\":\"" + last + "\",\"cond_source\":1}";
  }

  private static String with(String body, String cardId) {
    return body.replace("}", ",\"card_id\":\"" + cardId + "\"}");
  }
}
