package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox's time can be moved, and everything follows it. */
final class ClockServiceTest {
  private static final String CLOCK = "/sandbox/clock";

  @Injected private RawSandbox raw;
  @TempDir Path folder;

  @Test
  void without_a_wish_the_time_is_shown() {
    JsonNode shown = raw.post(CLOCK, "{}");

    assertThat(shown.path("iso").asText()).isEqualTo("2026-10-01T04:00:00Z");
    assertThat(shown.path("time").asLong()).isEqualTo(raw.clock.instant().getEpochSecond());
    assertThat(shown.path("offset").asLong(-1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"90s,90", "30m,1800", "2h,7200", "+15d,1296000", "15d,1296000", "36525d,3155760000"})
  void an_advance_moves_it_on(String advance, long seconds) {
    JsonNode moved = advance(advance);

    assertThat(moved.path("offset").asLong()).isEqualTo(seconds);
    assertThat(moved.path("time").asLong() - raw.clock.instant().getEpochSecond())
        .isEqualTo(seconds);
    assertThat(raw.get("/sandbox/status").path("time")).isEqualTo(moved.path("time"));
  }

  @Test
  void advances_add_up_and_a_reset_leads_back() {
    advance("1d");
    assertThat(advance("1h").path("offset").asLong()).isEqualTo(90_000);

    assertThat(raw.post(CLOCK, "{\"reset\": true}").path("offset").asLong(-1)).isZero();

    assertThat(raw.get("/sandbox/status").path("time").asLong())
        .isEqualTo(raw.clock.instant().getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(strings = {"15", "-1d", "1w", "1.5h", "d", "36526d", "1000000000s"})
  void what_is_no_step_is_refused_and_moves_nothing(String advance) {
    assertThat(advance(advance).path("errcode").asInt()).isEqualTo(40079);

    assertThat(raw.post(CLOCK, "{}").path("offset").asLong(-1)).isZero();
  }

  @Test
  void a_token_ends_after_two_hours() {
    String path = "/card/getcolors?access_token=" + raw.token();
    advance("7199s");
    assertThat(raw.get(path).path("errcode").asInt()).isZero();

    advance("1s");

    assertThat(raw.get(path).path("errcode").asInt()).isEqualTo(42001);
  }

  @Test
  void a_qr_code_ends() {
    String cardId = raw.create(Definitions.groupon());
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    String body =
        "{\"action_name\": \"QR_CARD\", \"expire_seconds\": 60,"
            + " \"action_info\": {\"card\": {\"card_id\": \"%s\"}}}";
    String ticket = raw.done("/card/qrcode/create", body.formatted(cardId)).path("ticket").asText();
    advance("59s");
    assertThat(raw.scan(ticket, "a").path("errcode").asInt()).isZero();

    advance("1s");

    assertThat(raw.scan(ticket, "a").path("errcode").asInt()).isEqualTo(40073);
  }

  @Test
  void a_code_of_a_fixed_term_ends_with_its_last_day_and_lives_again_after_a_reset() {
    String code = raw.claimed(Definitions.groupon(), "a").path("code").asText();
    // From noon of the first day to the last second of the fifteenth, in Beijing.
    advance("1252799s");
    assertThat(status(code)).isEqualTo("NORMAL");

    advance("1s");
    assertThat(status(code)).isEqualTo("EXPIRE");
    assertThat(raw.errcode("/card/code/consume", "{\"code\": \"" + code + "\"}")).isEqualTo(40127);

    raw.post(CLOCK, "{\"reset\": true}");
    raw.forgetToken();
    assertThat(status(code)).isEqualTo("NORMAL");
    raw.done("/card/code/consume", "{\"code\": \"" + code + "\"}");
  }

  @Test
  void a_code_of_a_fixed_range_ends_with_it() {
    long now = raw.clock.instant().getEpochSecond();
    String definition =
        Definitions.groupon(
            base ->
                base.putObject("date_info")
                    .put("type", "DATE_TYPE_FIX_TIME_RANGE")
                    .put("begin_timestamp", now)
                    .put("end_timestamp", now + 3600));
    String code = raw.claimed(definition, "a").path("code").asText();
    advance("1h");
    assertThat(status(code)).isEqualTo("NORMAL");

    advance("1s");

    assertThat(status(code)).isEqualTo("EXPIRE");
  }

  @Test
  void processes_on_one_database_share_the_time_and_it_outlives_them() {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox one = RawSandbox.on(db, 1);
        RawSandbox other = RawSandbox.on(db, 2)) {
      String path = "/card/getcolors?access_token=" + other.token();
      one.post(CLOCK, "{\"advance\": \"2h\"}");

      assertThat(other.get(path).path("errcode").asInt()).isEqualTo(42001);
    }
    try (RawSandbox later = RawSandbox.on(db, 3)) {
      assertThat(later.post(CLOCK, "{}").path("offset").asLong()).isEqualTo(7200);
      later.post("/sandbox/reset", "{}");
      assertThat(later.post(CLOCK, "{}").path("offset").asLong(-1)).isZero();
    }
  }

  private JsonNode advance(String time) {
    return raw.post(CLOCK, "{\"advance\": \"" + time + "\"}");
  }

  private String status(String code) {
    raw.forgetToken();
    return raw.done("/card/code/get", "{\"code\": \"" + code + "\", \"check_consume\": false}")
        .path("user_card_status")
        .asText();
  }
}
