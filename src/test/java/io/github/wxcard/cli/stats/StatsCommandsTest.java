package io.github.wxcard.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HeldTicket;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures at the command line. */
final class StatsCommandsTest {
  @TempDir Path home;
  private static final int RECEIVE_CNT = 3;
  private static final int RECEIVE_USER = 4;

  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  /** Two claims on two days, the second of them yesterday. */
  private HeldTicket twoDays(String sample) {
    HeldTicket held = HeldTicket.ofSample(wx, sample, "/base_info/get_limit=9");
    held.run("sandbox clock +1d").exits(0);
    String url = held.run("qrcode CARD --jq .url").exits(0).out().strip();
    held.run("sandbox scan " + url + " --as usr1").exits(0);
    held.run("sandbox clock +1d").exits(0);
    return held;
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }

  @Test
  void the_last_week_is_shown_day_by_day_on_a_terminal_with_totals_of_what_adds_up() {
    HeldTicket held = twoDays("groupon.json");

    List<String> lines = held.run("stats summary").exits(0).out().lines().toList();

    assertThat(lines).hasSize(7);
    assertThat(cells(lines.get(4)).get(RECEIVE_CNT)).isEqualTo("0");
    assertThat(cells(lines.get(5)).get(RECEIVE_CNT)).isEqualTo("1");
    assertThat(cells(lines.get(6)).get(RECEIVE_USER)).isEqualTo("1");
    wx.on(new TerminalInfo(false, true, false, () -> 300, ColorChoice.NEVER));
    List<String> shown = held.run("stats summary").exits(0).out().lines().toList();
    assertThat(shown).hasSize(9);
    List<String> total = List.of(shown.get(8).split(" +"));
    assertThat(total.get(0)).isEqualTo("total");
    assertThat(total.get(RECEIVE_CNT)).isEqualTo("2");
    assertThat(total.get(RECEIVE_USER)).isEqualTo("-");
  }

  @Test
  void json_is_what_wechat_answered() {
    HeldTicket held = twoDays("groupon.json");

    JsonNode json = held.run("stats cards --card-id CARD --json").exits(0).json();

    assertThat(json.fieldNames()).toIterable().containsExactly("list");
    assertThat(json.path("list")).hasSize(2);
    assertThat(json.at("/list/0/card_id").asText()).isEqualTo(held.cardId());
  }

  @Test
  void cards_from_the_console_are_counted_apart() {
    Run run = twoDays("groupon.json").run("stats summary --source console").exits(0);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Nothing happened");
  }

  @Test
  void days_that_count_nothing_are_told_as_such() {
    HeldTicket held = twoDays("groupon.json");
    held.run("sandbox clock +9d").exits(0);

    Run quiet = held.run("stats summary").exits(0);

    assertThat(quiet.out()).hasLineCount(7);
    assertThat(quiet.err()).contains("Nothing happened");
  }

  @Test
  void member_cards_have_figures_of_their_own() {
    HeldTicket held = twoDays("member-card.json");
    assertThat(held.run("stats members").exits(0).out()).hasLineCount(7);
    wx.on(new TerminalInfo(false, true, false, () -> 300, ColorChoice.NEVER));
    assertThat(held.run("stats members").exits(0).out()).contains("total_receive_user  new_user");
    assertThat(held.run("stats member-detail --card-id CARD").exits(0).out())
        .contains("payOriginalFee  fee")
        .hasLineCount(4);
    wx.on(TerminalInfo.piped());
    held.run("stats member-detail").exits(2);
    Run run = held.run("stats cards --card-id CARD --json").exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(45030);
    held.examples("stats members");
    held.examples("stats member-detail");
  }

  @Test
  void the_examples_can_be_run() {
    HeldTicket held = twoDays("groupon.json");
    held.examples("stats summary");
    held.examples("stats cards");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01,2026-03-03,0",
    "2026-01-01,2026-03-04,3",
    "2026-03-04,2026-03-03,3",
    "2026-03-03,2026-03-03,0",
    "2026-3-3,2026-03-04,2",
    "2026-02-30,2026-03-04,2",
    "yesterday,2026-03-04,2",
  })
  void days_are_checked_before_the_call(String from, String to, int exitCode) {
    wx.at(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));
    wx.run("stats", "members", "--from", from, "--to", to, "--sandbox", "--dry-run")
        .exits(exitCode);
  }

  @ParameterizedTest
  @CsvSource({"2026-05-31T15:59:59Z,2026-05-30", "2026-05-31T16:00:00Z,2026-05-31"})
  void the_day_is_beijings(String now, LocalDate yesterday) {
    wx.at(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));

    JsonNode body = wx.run("stats", "summary", "--sandbox", "--dry-run", "--json").json();

    assertThat(body.at("/requests")).hasSize(1);
    assertThat(body.at("/requests/0/body/end_date").asText()).isEqualTo(yesterday.toString());
    assertThat(body.at("/requests/0/body/begin_date").asText())
        .isEqualTo(yesterday.minusDays(6).toString());
    assertThat(body.at("/requests/0/body/cond_source").asInt()).isEqualTo(1);
    String today = yesterday.plusDays(1).toString();
    Run refused = wx.run("stats", "summary", "--sandbox", "--dry-run", "--to", today).exits(3);
    assertThat(refused.err()).contains(today, "up to " + yesterday);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--from", "--source both", "--tag 2"})
  void other_wrong_lines_are_a_matter_of_usage(String options) {
    wx.run(("stats summary " + options).split(" ", -1)).exits(2);
  }
}
