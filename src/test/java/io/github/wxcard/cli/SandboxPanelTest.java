package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The controls on the command line, but for the journal. */
final class SandboxPanelTest {
  private static final Path GROUPON = Path.of("samples/groupon.json").toAbsolutePath();

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void the_clock_shows_the_real_time_until_it_is_moved() {
    Run shown = wx.run("sandbox", "clock").exits(0);

    assertThat(shown.out()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ real time\n");
    Instant time = Instant.parse(shown.out().split(" ", -1)[0]);
    assertThat(Duration.between(time, Instant.now()))
        .isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @CsvSource({"+15d,+15d,1296000", "90s,+1m30s,90", "+26h,+1d2h,93600"})
  void the_clock_is_moved_and_set_back(String step, String shown, long offset) {
    assertThat(wx.run("sandbox", "clock", step).exits(0).out()).endsWith("Z " + shown + "\n");

    JsonNode now = wx.run("sandbox", "clock", "--json").exits(0).json();
    assertThat(now.fieldNames()).toIterable().containsExactly("time", "iso", "offset");
    assertThat(now.path("offset").asLong()).isEqualTo(offset);
    assertThat(wx.run("sandbox", "clock", "reset").exits(0).out()).endsWith(" real time\n");
    assertThat(wx.run("sandbox", "clock", "--json").json().path("offset").asLong(-1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+15", "soon", "+1.5h", "+500ms", "-5d"})
  void what_is_no_step_of_the_clock_is_a_matter_of_usage(String step) {
    wx.run("sandbox", "clock", step).exits(2);

    assertThat(wx.run("sandbox", "clock", "--json").json().path("offset").asLong(-1)).isZero();
  }

  @Test
  void the_farthest_time_is_the_sandboxs_to_refuse() {
    assertThat(wx.run("sandbox", "clock", "+36526d").exits(5).err()).contains("100 years");
  }

  @Test
  void a_fault_is_added_listed_met_and_cleared() {
    Run added =
        wx.run(
                "sandbox",
                "fault",
                "add",
                "--path",
                "/card/create",
                "--errcode",
                "-1",
                "--times",
                "5",
                "--delay",
                "1s",
                "--rate",
                "1")
            .exits(0);
    assertThat(added.out()).isEqualTo("1 /card/create errcode -1 delay 1000ms rate 1.0 times 5\n");
    assertThat(wx.run("sandbox", "fault", "list").exits(0).out())
        .isEqualTo("1 /card/create errcode -1 delay 1000ms left 5\n");

    Run struck = wx.run("create", GROUPON.toString(), "--sandbox", "--json").exits(5);

    assertThat(struck.error().path("errcode").asInt()).isEqualTo(-1);
    assertThat(wx.run("sandbox", "status", "--json").json().path("cards").asInt(-1)).isZero();
    assertThat(wx.run("sandbox", "fault", "clear").exits(0).out()).isEqualTo("cleared 1\n");
    assertThat(wx.run("sandbox", "fault", "list").exits(0).out()).isEmpty();
    wx.run("create", GROUPON.toString(), "--sandbox").exits(0);
  }

  @ParameterizedTest
  @CsvSource({
    "--errcode -1,errcode,-1",
    "--errcode=45009,errcode,45009",
    "--http 503,http,503",
    "--drop,drop,true",
    "--truncate,truncate,true",
    "--daily 3,daily,3",
    "--per-minute 0,per_minute,0",
    "--delay 2s,delay_ms,2000",
  })
  void every_effect_is_kept_as_it_was_asked_for(String options, String name, String value) {
    String[] words = ("sandbox fault add --json " + options).split(" ", -1);

    JsonNode added = wx.run(words).exits(0).json();

    JsonNode kept = wx.run("sandbox", "fault", "list", "--json").exits(0).json().at("/faults/0");
    assertThat(added.path("id")).isEqualTo(kept.path("id"));
    assertThat(added.path(name).asText()).isEqualTo(value);
    assertThat(kept.path(name).asText()).isEqualTo(value);
    assertThat(kept.has("path")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " --path /card/create",
        " --rate 0.5",
        " --errcode 1 --http 500",
        " --drop --truncate",
        " --daily 1 --per-minute 1",
        " --drop --rate 0",
        " --drop --rate 1.5",
        " --drop --times 0",
        " --errcode x",
        " --delay 5",
      })
  void a_fault_that_cannot_be_is_a_matter_of_usage(String options) {
    Run run = wx.run(("sandbox fault add" + options).split(" ", -1)).exits(2);

    assertThat(run.err()).contains("error: ").doesNotContain("Error: ");
    assertThat(wx.run("sandbox", "fault", "list").exits(0).out()).isEmpty();
  }

  @Test
  void what_to_add_is_said_when_nothing_is_chosen() {
    assertThat(wx.run("sandbox", "fault", "add").exits(2).err())
        .contains("--errcode", "--http", "--drop", "--truncate", "--delay", "--daily");
    assertThat(wx.run("sandbox", "fault").exits(2).err()).contains("add, list, clear");
  }

  @Test
  void a_path_that_no_call_has_is_doubted_and_kept() {
    Run doubted = wx.run("sandbox", "fault", "add", "--path", "/card/creat", "--drop").exits(0);
    Run known = wx.run("sandbox", "fault", "add", "--path", "/card/pay/x", "--drop").exits(0);

    assertThat(doubted.err()).contains("warning:", "was /card/create meant?");
    assertThat(known.err()).isEmpty();
    assertThat(wx.run("sandbox", "fault", "list").out()).hasLineCount(2);
  }

  @Test
  void a_dry_run_sends_nothing() {
    Run run = wx.run("sandbox", "fault", "add", "--drop", "--path", "/x", "--dry-run").exits(0);

    assertThat(run.out()).contains("POST", "/sandbox/faults").doesNotContain("coverage");
    assertThat(wx.run("sandbox", "fault", "list").exits(0).out()).isEmpty();
  }

  @Test
  void status_shows_how_much_of_the_interface_is_played() {
    Run text = wx.run("sandbox", "status", "--coverage").exits(0);
    JsonNode json = wx.run("sandbox", "status", "--coverage", "--json").exits(0).json();

    assertThat(text.out())
        .containsPattern("Creating cards: \\d+ complete, \\d+ partial, \\d+ refused\n")
        .containsPattern("  POST      /card/create +complete\n")
        .containsPattern("  GET, POST /card/pay/\\* +refused  45103: ")
        .containsPattern("\nAll: \\d+ complete, \\d+ partial, \\d+ refused\n$");
    assertThat(json.fieldNames()).toIterable().containsExactly("sections", "endpoints");
    assertThat(json.at("/endpoints/0/path").asText()).isEqualTo("/cgi-bin/token");
  }
}
