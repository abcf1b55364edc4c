package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The sandbox's time is noon of 2026-10-01 in Beijing. */
final class MemberStatisticsTest {
  @Injected private RawSandbox raw;
  @Injected private Phone phone;
  @Injected private DatabaseRows rows;

  @Test
  void members_are_counted_day_by_day_and_in_all() {
    String ticket = approved();
    JsonNode first = raw.scan(ticket, "a");
    raw.scan(ticket, "b");
    activate(first);
    phone.later(Duration.ofDays(1));
    JsonNode third = raw.scan(ticket, "c");
    activate(third);
    phone.later(Duration.ofDays(1));
    phone.done("view", first.path("code").asText(), "user", "a");
    phone.done("remove", first.path("code").asText(), "user", "a");
    phone.later(Duration.ofDays(1));
    raw.claimed(Definitions.groupon(), "other");

    JsonNode answer =
        raw.call(
            "/datacube/getcardmembercardinfo",
            "{\"begin_date\":\"2026-10-01\",\"end_date\":\"2026-10-03\",\"cond_source\":1}");

    assertThat(answer.at("/list/0").fieldNames())
        .toIterable()
        .containsExactly(
            "ref_date",
            "view_cnt",
            "view_user",
            "receive_cnt",
            "receive_user",
            "active_user",
            "verify_cnt",
            "verify_user",
            "total_user",
            "total_receive_user",
            "new_user");
    assertThat(answer)
        .isEqualTo(
            Definitions.json(
                """
                {"list": [
                  {"ref_date": "2026-10-01", "view_cnt": 2, "view_user": 2,
                   "receive_cnt": 2, "receive_user": 2, "verify_cnt": 0, "verify_user": 0,
                   "active_user": 1, "total_user": 1, "total_receive_user": 2, "new_user": 2},
                  {"ref_date": "2026-10-02", "view_cnt": 1, "view_user": 1,
                   "receive_cnt": 1, "receive_user": 1, "verify_cnt": 0, "verify_user": 0,
                   "active_user": 1, "total_user": 2, "total_receive_user": 3, "new_user": 1},
                  {"ref_date": "2026-10-03", "view_cnt": 1, "view_user": 1,
                   "receive_cnt": 0, "receive_user": 0, "verify_cnt": 0, "verify_user": 0,
                   "active_user": 0, "total_user": 1, "total_receive_user": 3, "new_user": 0}]}
                """));
  }

  @Test
  void one_card_is_counted_without_the_others() {
    JsonNode claim = raw.scan(approved(), "a");
    JsonNode other = raw.scan(approved(), "a");
    activate(claim);
    activate(other);
    phone.later(Duration.ofDays(1));
    phone.done("view", claim.path("code").asText(), "user", "a");
    phone.later(Duration.ofDays(1));

    String body = "{\"begin_date\":\"2026-10-01\",\"end_date\":\"2026-10-02\",\"card_id\":\"%s\"}";
    String cardId = claim.path("card_id").asText();
    JsonNode answer = raw.call("/datacube/getcardmembercarddetail", body.formatted(cardId));

    assertThat(answer)
        .isEqualTo(
            Definitions.json(
                """
                {"list": [
                  {"ref_date": "2026-10-01", "merchanttype": 0, "cardid": "CARD",
                   "submerchantid": 0, "view_cnt": 1, "view_user": 1, "receive_cnt": 1,
                   "receive_user": 1, "verify_cnt": 0, "verify_user": 0, "active_cnt": 1,
                   "active_user": 1, "total_user": 1, "total_receive_user": 1, "new_user": 1,
                   "payOriginalFee": 0, "fee": 0},
                  {"ref_date": "2026-10-02", "merchanttype": 0, "cardid": "CARD",
                   "submerchantid": 0, "view_cnt": 1, "view_user": 1, "receive_cnt": 0,
                   "receive_user": 0, "verify_cnt": 0, "verify_user": 0, "active_cnt": 0,
                   "active_user": 0, "total_user": 1, "total_receive_user": 1, "new_user": 0,
                   "payOriginalFee": 0, "fee": 0}]}
                """
                    .replace("CARD", cardId)));
  }

  private String approved() {
    String cardId = raw.create(Typed.memberCard());
    raw.approve(cardId);
    return raw.ticket(cardId);
  }

  /** What an activation leaves behind. */
  private void activate(JsonNode claim) {
    rows.change(
        "INSERT INTO member VALUES (?, ?, '1', 0, 0, '{}', '{}', ?)",
        claim.path("code").asText(),
        claim.path("card_id").asText(),
        raw.clock.instant().getEpochSecond());
  }
}
