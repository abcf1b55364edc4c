package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void no_words_at_all_show_the_help() {
    Run run = wx.run().exits(0);
    assertThat(run.out()).contains("Commands:", "consume", "--sandbox", "hello --sandbox");
  }

  @Test
  void the_version_is_the_builds() {
    assertThat(wx.run("--version").exits(0).out()).matches("wxcard \\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void a_wrong_command_is_a_usage_error_that_names_the_right_one() {
    Run run = wx.run("consum", "123").exits(2);
    assertThat(run.err()).contains("consume");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create                    | FILE is missing                              | wxcard create --help
          create a b                | 'b' is one argument too many                 | wxcard create --help
          sandbox scan x            | --as is missing                              | wxcard sandbox scan --help
          sandbox stauts            | 'wxcard sandbox' has no command 'stauts'     | Did you mean status?
          token --reffresh          | there is no option '--reffresh'              | Did you mean --refresh?
          token --secret=0123       | there is no option '--secret'                | wxcard token --help
          --jsn token               | there is no option '--jsn'                   | --json
          qrcode --show sometimes X | --show must be auto, always or never, not 'sometimes' | qrcode --help
          """)
  void a_wrong_line_is_told_in_plain_words(String line, String what, String fix) {
    String told = wx.run(line.split(" +")).exits(2).err();
    assertThat(told.lines().findFirst()).hasValue("error: " + what);
    assertThat(told).contains(fix).doesNotContain("0123");
  }

  @Test
  void a_wrong_line_is_told_as_json_when_json_was_asked_for() {
    Run run = wx.run("create", "--json").exits(2);
    assertThat(run.error().path("kind").asText()).isEqualTo("usage");
    assertThat(run.error().path("fix").asText()).contains("wxcard create --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit-codes", "environment", "config"})
  void a_topic_has_a_page(String topic) {
    assertThat(wx.run("help", topic).exits(0).out()).contains("wxcard").hasSizeGreaterThan(500);
  }

  @Test
  void help_and_version_before_a_command_keep_it_from_running() {
    String help = wx.run("help", "consume").exits(0).out();
    assertThat(wx.run("--help", "consume", "759733467744").exits(0).out()).isEqualTo(help);
    assertThat(wx.run("-h", "consume").exits(0).out()).isEqualTo(help);
    assertThat(wx.run("--version", "token", "--sandbox").exits(0).out()).startsWith("wxcard ");
    assertThat(wx.run("sign", "--help", "page", "http://a.cn").exits(0).out())
        .isEqualTo(wx.run("sign", "page", "--help").exits(0).out());
  }

  @Test
  void help_explains_a_command() {
    assertThat(wx.run("help", "consume").exits(0).out())
        .isEqualTo(wx.run("consume", "--help").exits(0).out())
        .contains("cannot be undone");
  }

  @Test
  void a_command_without_options_of_its_own_names_those_of_every_command() {
    assertThat(wx.run("doctor", "--help").exits(0).out()).contains("Options:\n  Those every");
    assertThat(wx.run("token", "--help").exits(0).out()).contains("\n  ... and those every");
  }

  @ParameterizedTest
  @CsvSource({"40,60", "72,72", "100,100", "300,100"})
  void a_help_is_as_wide_as_the_terminal_within_reason(int terminal, int help) {
    wx.on(new TerminalInfo(true, true, true, () -> terminal, ColorChoice.AUTO));
    for (String line : List.of("consume --help", "help consume", "help config", "--help")) {
      assertThat(wx.run(line.split(" ")).exits(0).out().lines())
          .allMatch(each -> each.length() <= help)
          .anyMatch(each -> each.length() > help - 10);
    }
  }

  @Test
  void a_help_in_a_pipe_is_wide_unless_COLUMNS_says_otherwise() {
    String wide = wx.run("consume", "--help").exits(0).out();
    assertThat(wide.lines()).anyMatch(line -> line.length() > 90);
    wx.with("COLUMNS", "70").on(new TerminalInfo(false, false, false, () -> 70, ColorChoice.AUTO));
    assertThat(wx.run("consume", "--help").exits(0).out().lines())
        .allMatch(line -> line.length() <= 70);
  }

  @Test
  void help_of_nothing_known_is_a_usage_error() {
    assertThat(wx.run("help", "nothing").exits(2).err()).contains("exit-codes");
  }

  @Test
  void an_argument_that_lost_its_characters_is_refused() {
    assertThat(wx.run("consume", "\uFFFD\uFFFD").exits(2).err()).contains("UTF-8");
  }

  @Test
  void global_options_stand_before_or_after_the_command() {
    JsonNode before = wx.run("--json", "--sandbox", "--dry-run", "consume", "1").exits(0).json();
    JsonNode after = wx.run("consume", "1", "--dry-run", "--sandbox", "--json").exits(0).json();
    assertThat(before.at("/requests/0/body")).isEqualTo(after.at("/requests/0/body")).isNotEmpty();
  }

  @Test
  void a_value_may_begin_with_a_dash() {
    Run run =
        wx.run("consume", "--card-id", "-x", "1", "--dry-run", "--sandbox", "--json").exits(0);
    assertThat(run.json().at("/requests/0/body/card_id").asText()).isEqualTo("-x");
  }
}
