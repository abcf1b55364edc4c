package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many calls the account may make, and which faults cannot be asked for. */
final class QuotasTest {
  private static final String COLORS = "/card/getcolors";

  @Injected private RawSandbox raw;

  @Test
  void a_daily_quota_ends_with_the_day_in_beijing() {
    raw.done("/sandbox/faults", "{\"path\": \"/card/getcolors\", \"daily\": 2}");
    raw.done(COLORS, "{}");
    raw.done(COLORS, "{}");
    assertThat(raw.errcode(COLORS, "{}")).isEqualTo(45009);
    assertThat(raw.get("/sandbox/faults").at("/faults/0/used").asInt()).isEqualTo(2);

    // It is noon in Beijing.
    advance("43199s");
    assertThat(raw.errcode(COLORS, "{}")).isEqualTo(45009);
    advance("1s");

    raw.done(COLORS, "{}");
    raw.done(COLORS, "{}");
    assertThat(raw.errcode(COLORS, "{}")).isEqualTo(45009);
  }

  @Test
  void a_quota_a_minute_ends_with_the_minute() {
    raw.done("/sandbox/faults", "{\"path\": \"/card/getcolors\", \"per_minute\": 1}");
    raw.done(COLORS, "{}");
    assertThat(raw.errcode(COLORS, "{}")).isEqualTo(45011);

    raw.clock.advance(Duration.ofSeconds(59));
    assertThat(raw.errcode(COLORS, "{}")).isEqualTo(45011);
    raw.clock.advance(Duration.ofSeconds(1));

    raw.done(COLORS, "{}");
    assertThat(raw.errcode(COLORS, "{}")).isEqualTo(45011);
  }

  @Test
  void a_quota_without_a_path_counts_every_call() {
    raw.token();
    raw.done("/sandbox/faults", "{\"daily\": 2}");

    raw.done(COLORS, "{}");
    assertThat(raw.errcode("/card/get", "{}")).as("a refused call counts").isEqualTo(41012);

    assertThat(raw.errcode(COLORS, "{}")).isEqualTo(45009);
    assertThat(raw.get("/sandbox/status").path("errcode").asInt()).isZero();
  }

  @Test
  void a_quota_of_none_lets_nothing_pass() {
    raw.token();
    raw.done("/sandbox/faults", "{\"per_minute\": 0}");

    assertThat(raw.errcode(COLORS, "{}")).isEqualTo(45011);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"path\": \"/card/get\"}",
        "{\"delay_ms\": 0}",
        "{\"errcode\": -1, \"drop\": true}",
        "{\"http\": 500, \"daily\": 1}",
        "{\"daily\": 1, \"per_minute\": 1}",
        "{\"errcode\": \"none\"}",
        "{\"errcode\": 1.5}",
        "{\"errcode\": 0}",
        "{\"http\": 199}",
        "{\"http\": 600}",
        "{\"delay_ms\": -1}",
        "{\"delay_ms\": 600001}",
        "{\"drop\": true, \"rate\": 0}",
        "{\"drop\": true, \"rate\": 1.01}",
        "{\"drop\": true, \"rate\": \"0.5\"}",
        "{\"drop\": true, \"times\": 0}",
        "{\"daily\": -1}",
      })
  void a_fault_that_cannot_be_is_refused_and_not_kept(String fault) {
    assertThat(raw.post("/sandbox/faults", fault).path("errcode").asInt()).isEqualTo(40097);

    assertThat(raw.get("/sandbox/faults").path("faults")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"http\": 200}",
        "{\"http\": 599}",
        "{\"delay_ms\": 600000, \"path\": \"/card/get\"}",
        "{\"drop\": true, \"truncate\": false, \"rate\": 1, \"times\": 1}",
        "{\"errcode\": 45009, \"http\": null}",
      })
  void a_fault_at_the_limits_is_kept(String fault) {
    raw.post("/sandbox/faults", fault);

    assertThat(raw.get("/sandbox/faults").path("faults")).hasSize(1);
  }

  private void advance(String time) {
    raw.post("/sandbox/clock", "{\"advance\": \"" + time + "\"}");
    raw.forgetToken();
  }
}
