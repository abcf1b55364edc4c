package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What statistics may be asked for. The sandbox's time is noon of 2026-10-01 in Beijing. */
final class StatisticsRulesTest {
  private static final String OVERVIEW = "/datacube/getcardbizuininfo";
  private static final String COUPONS = "/datacube/getcardcardinfo";
  private static final String MEMBER_CARDS = "/datacube/getcardmembercardinfo";
  private static final String MEMBER_CARD = "/datacube/getcardmembercarddetail";

  @Injected private RawSandbox raw;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-09-30, 2026-09-30, 0
          2026-07-31, 2026-09-30, 0
          2026-07-30, 2026-09-30, 61501
          2026-09-30, 2026-09-29, 61501
          2026-09-30, 2026-10-01, 61501
          2026-10-02, 2026-10-03, 61501
          2026-9-30,  2026-09-30, 61500
          2026-09-30, 20260930,   61500
          2026-09-31, 2026-09-30, 61500
          2026-02-29, 2026-03-01, 61500
          2026-09-30, '',         61500
          2026-09-30T00:00:00, 2026-09-30, 61500
          """)
  void dates_are_past_days_at_most_sixty_two_of_them(String first, String last, int errcode) {
    String body = body("\"" + first + "\"", "\"" + last + "\"", ", \"cond_source\": 1");
    String memberCard = raw.create(Typed.memberCard());
    String one = body.replace("}", ", \"card_id\": \"" + memberCard + "\"}");

    assertThat(raw.errcode(OVERVIEW, body)).isEqualTo(errcode);
    assertThat(raw.errcode(COUPONS, body)).isEqualTo(errcode);
    assertThat(raw.errcode(MEMBER_CARDS, body)).isEqualTo(errcode);
    assertThat(raw.errcode(MEMBER_CARD, one)).isEqualTo(errcode);
  }

  @Test
  void yesterday_can_be_asked_for_from_midnight_on() {
    String body = body("\"2026-10-01\"", "\"2026-10-01\"", ", \"cond_source\": 1");
    raw.clock.advance(Duration.ofHours(12).minusSeconds(1));
    raw.forgetToken();
    assertThat(raw.errcode(OVERVIEW, body)).isEqualTo(61501);

    raw.clock.advance(Duration.ofSeconds(1));

    assertThat(raw.errcode(OVERVIEW, body)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20260930", "null", "true", "{}"})
  void a_date_is_a_text(String value) {
    assertThat(raw.errcode(OVERVIEW, body(value, "\"2026-09-30\"", ", \"cond_source\": 1")))
        .isEqualTo(61500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"cond_source\": 2", ", \"cond_source\": \"own\""})
  void the_source_is_nought_or_one(String source) {
    String body = body("\"2026-09-30\"", "\"2026-09-30\"", source);

    assertThat(raw.errcode(OVERVIEW, body)).isEqualTo(40097);
    assertThat(raw.errcode(COUPONS, body)).isEqualTo(40097);
    assertThat(raw.errcode(MEMBER_CARDS, body)).isEqualTo(40097);
  }

  @Test
  void a_card_is_one_of_the_right_type() {
    String coupon = raw.create(Definitions.groupon());
    String member = raw.create(Typed.memberCard());

    assertThat(raw.errcode(COUPONS, of("p"))).isEqualTo(40073);
    assertThat(raw.errcode(COUPONS, of(member))).isEqualTo(45030);
    assertThat(raw.errcode(COUPONS, of(coupon))).isZero();
    assertThat(raw.errcode(MEMBER_CARD, of("p"))).isEqualTo(40073);
    assertThat(raw.errcode(MEMBER_CARD, of(coupon))).isEqualTo(45030);
    assertThat(raw.errcode(MEMBER_CARD, of(member))).isZero();
    assertThat(raw.errcode(MEMBER_CARD, body("\"2026-09-30\"", "\"2026-09-30\"", "")))
        .isEqualTo(41012);
  }

  @Test
  void statistics_need_a_token() {
    JsonNode answer = raw.post(OVERVIEW, body("\"2026-09-30\"", "\"2026-09-30\"", ""));

    assertThat(answer.path("errcode").asInt()).isEqualTo(41001);
  }

  private static String of(String cardId) {
    return body(
        "\"2026-09-30\"",
        "\"2026-09-30\"",
        ", \"cond_source\": 1, \"card_id\": \"" + cardId + "\"");
  }

  private static String body(String first, String last, String more) {
    return "{\"begin_date\": " + first + ", \"end_date\": " + last + more + "}";
  }
}
