package io.github.wxcard.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls about the account itself, at the command line. */
final class PlatformCommandsTest {
  private static final String CLEAR = "/cgi-bin/clear_quota";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  private Run run(String line) {
    return wx.run((line + " --sandbox").split(" ", -1));
  }

  private void setCallback() {
    wx.typing("callbacktoken\n");
    run("sandbox callback set http://example.com/push --mode plain --secrets-stdin").exits(0);
  }

  @Test
  void clearing_the_quota_lets_refused_calls_through_again() {
    run("sandbox fault add --path /card/create --daily 1").exits(0);
    run("create samples/gift.json").exits(0);
    assertThat(run("create samples/gift.json").exits(5).err()).contains("45009");

    Run cleared = run("quota clear").exits(0);

    assertThat(cleared.out()).isEqualTo("wx5a4db0c0000c0de1\n");
    assertThat(cleared.err()).contains("ten");
    run("create samples/gift.json").exits(0);
    assertThat(run("quota clear --json").exits(0).json().path("appid").asText())
        .isEqualTo("wx5a4db0c0000c0de1");
  }

  @Test
  void the_eleventh_time_of_a_month_is_refused() {
    for (int i = 0; i < 10; i++) {
      run("quota clear").exits(0);
    }
    assertThat(run("quota clear --json").exits(5).error().path("errcode").asInt()).isEqualTo(48006);
  }

  @Test
  void a_reset_that_may_have_counted_is_not_tried_again() {
    run("sandbox fault add --path " + CLEAR + " --errcode -1").exits(0);

    assertThat(run("quota clear").exits(5).err()).contains("another of the month's ten");

    assertThat(run("sandbox journal --json").json().findValuesAsText("path"))
        .containsOnlyOnce(CLEAR);
    assertThat(run("quota clear --dry-run").exits(0).err()).doesNotContain("used");
  }

  @ParameterizedTest
  @CsvSource({"'',3", "--action dns,2", "--action PING --operator unicom,2"})
  void the_callback_is_looked_up_and_pinged(String options, int lines) {
    setCallback();
    assertThat(run(("callback-check " + options).strip()).exits(0).out())
        .hasLineCount(lines - 1)
        .contains("\t");
  }

  @Test
  void json_is_what_wechat_answered() {
    setCallback();
    JsonNode json = run("callback-check --operator unicom --json").exits(0).json();
    assertThat(json.fieldNames()).toIterable().containsExactly("dns", "ping");
    assertThat(json.at("/ping/0/from_operator").asText()).isEqualTo("UNICOM");
  }

  @Test
  void without_a_callback_there_is_nothing_to_check() {
    assertThat(run("callback-check").exits(5).err()).contains("40201");
  }

  @ParameterizedTest
  @ValueSource(strings = {"callback-check --action look", "callback-check --operator me", "quota"})
  void a_wrong_line_is_a_matter_of_usage(String line) {
    run(line).exits(2);
  }

  @Test
  void the_examples_can_be_run() {
    setCallback();
    HelpExamples.run(wx, "callback-check", Map.of()).forEach(example -> example.exits(0));
    HelpExamples.run(wx, "quota clear", Map.of()).forEach(example -> example.exits(0));
  }
}
