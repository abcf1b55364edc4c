package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The period of a card that exists. */
final class ManagingCardsPeriodTest {
  private static final long NOW = 1_790_827_200;
  private static final long BEGIN = NOW + 3600;
  private static final long END = NOW + 7200;

  @Injected private RawSandbox raw;

  @Test
  void a_wider_range_counts_for_the_codes_that_are_held_too() {
    JsonNode claim = raw.claimed(range("DATE_TYPE_FIX_TIME_RANGE"), "usr1");
    String cardId = claim.path("card_id").asText();
    String code = "{\"code\":\"" + claim.path("code").asText() + "\"}";
    assertThat(raw.errcode("/card/code/consume", code)).isEqualTo(40127);

    JsonNode answer =
        raw.done("/card/update", dates(cardId, "DATE_TYPE_FIX_TIME_RANGE", NOW, END + 3600));

    assertThat(answer.path("send_check").asBoolean(true)).isFalse();
    JsonNode held = raw.done("/card/code/get", code).path("card");
    assertThat(held.path("begin_time").asLong()).isEqualTo(NOW);
    assertThat(held.path("end_time").asLong()).isEqualTo(END + 3600);
    assertThat(shown(cardId).path("end_timestamp").asLong()).isEqualTo(END + 3600);
    raw.clock.advance(Duration.ofSeconds(END + 3600 - NOW));
    raw.forgetToken();
    raw.done("/card/code/consume", code);
  }

  @Test
  void a_wider_range_leaves_the_codes_of_other_cards_alone() {
    JsonNode claim = raw.claimed(range("DATE_TYPE_FIX_TIME_RANGE"), "usr1");
    String other = raw.create(range("DATE_TYPE_FIX_TIME_RANGE"));

    raw.done("/card/update", dates(other, "DATE_TYPE_FIX_TIME_RANGE", NOW, END));

    assertThat(
            raw.errcode("/card/code/consume", "{\"code\":\"" + claim.path("code").asText() + "\"}"))
        .isEqualTo(40127);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, -1", "-5, -1", "1, 5"})
  void a_range_is_never_made_narrower(long later, long longer) {
    String cardId = raw.create(range("DATE_TYPE_FIX_TIME_RANGE"));
    String body = dates(cardId, "DATE_TYPE_FIX_TIME_RANGE", BEGIN + later, END + longer);

    assertThat(raw.errcode("/card/update", body)).isEqualTo(40100);
    assertThat(shown(cardId).path("begin_timestamp").asLong()).isEqualTo(BEGIN);
    assertThat(shown(cardId).path("end_timestamp").asLong()).isEqualTo(END);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1\"", "\"DATE_TYPE_FIX_TIME_RANGE\""})
  void the_old_number_is_the_same_type(String type) {
    String cardId = raw.create(range("DATE_TYPE_FIX_TIME_RANGE"));
    String body =
        "{\"card_id\":\"%s\",\"groupon\":{\"base_info\":{\"date_info\":{\"type\":%s,"
            + "\"end_timestamp\":%d,\"begin_timestamp\":null}}}}";

    raw.done("/card/update", body.formatted(cardId, type, END + 1));

    assertThat(shown(cardId).path("type").asText()).isEqualTo("DATE_TYPE_FIX_TIME_RANGE");
    assertThat(shown(cardId).path("begin_timestamp").asLong()).isEqualTo(BEGIN);
    assertThat(shown(cardId).path("end_timestamp").asLong()).isEqualTo(END + 1);
  }

  @Test
  void the_type_and_the_days_of_a_period_do_not_change() {
    String ranged = raw.create(range("DATE_TYPE_FIX_TIME_RANGE"));
    String term = raw.create(Definitions.groupon());
    String body =
        "{\"card_id\":\"%s\",\"groupon\":{\"base_info\":{\"date_info\":{"
            + "\"type\":\"DATE_TYPE_FIX_TERM\",\"fixed_term\":%d}}}}";

    assertThat(raw.errcode("/card/update", body.formatted(ranged, 15))).isEqualTo(40100);
    assertThat(raw.errcode("/card/update", body.formatted(term, 16))).isEqualTo(40100);
    raw.done("/card/update", body.formatted(term, 15));
    assertThat(raw.errcode("/card/update", dates(term, "DATE_TYPE_FIX_TIME_RANGE", NOW, END)))
        .isEqualTo(40100);
    assertThat(raw.errcode("/card/update", dates(ranged, "FOR_EVER", NOW, END))).isEqualTo(40079);
    assertThat(shown(term).path("fixed_term").asInt()).isEqualTo(15);
  }

  @Test
  void a_card_that_has_ended_is_prolonged_into_the_future_only() {
    JsonNode claim = raw.claimed(range("DATE_TYPE_FIX_TIME_RANGE"), "usr1");
    String cardId = claim.path("card_id").asText();
    raw.clock.advance(Duration.ofSeconds(END - NOW + 100));
    raw.forgetToken();

    String past = dates(cardId, "DATE_TYPE_FIX_TIME_RANGE", BEGIN, END + 50);
    assertThat(raw.errcode("/card/update", past)).isEqualTo(40079);
    raw.done(
        "/card/update",
        "{\"card_id\":\"%s\",\"groupon\":{\"base_info\":{\"service_phone\":\"1\"}}}"
            .formatted(cardId));
    raw.done("/card/update", dates(cardId, "DATE_TYPE_FIX_TIME_RANGE", BEGIN, END + 200));

    raw.done("/card/code/consume", "{\"code\":\"" + claim.path("code").asText() + "\"}");
  }

  private static String range(String type) {
    return Definitions.groupon(
        base -> {
          ObjectNode dates = base.putObject("date_info");
          dates.put("type", type).put("begin_timestamp", BEGIN).put("end_timestamp", END);
        });
  }

  private static String dates(String cardId, String type, long begin, long end) {
    return """
    {"card_id": "%s", "groupon": {"base_info": {"date_info":
      {"type": "%s", "begin_timestamp": %d, "end_timestamp": %d}}}}
    """
        .formatted(cardId, type, begin, end);
  }

  private JsonNode shown(String cardId) {
    return raw.done("/card/get", "{\"card_id\":\"" + cardId + "\"}")
        .at("/card/groupon/base_info/date_info");
  }
}
