package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import io.github.wxcard.scenario.WordSplitter;
import io.github.wxcard.scenario.WordSplitter.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter is understood before anything is done, and loses nothing when it does not fit. */
@Timeout(300)
class JqTest {
  @TempDir static Path elsewhere;
  @TempDir Path home;
  private Shop shop;
  private Wxcard wx;

  @BeforeEach
  void open() {
    shop = new Shop(home);
    wx = shop.wx();
  }

  static Stream<String> commands() {
    return Leaves.all().stream().map(leaf -> leaf.qualifiedName().substring("wxcard ".length()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void no_example_of_any_command_does_anything_with_a_filter_that_cannot_be_read(String command)
      throws IOException {
    Wxcard fresh = new Wxcard(Files.createTempDirectory(elsewhere, "home"));
    for (String line : HelpExamples.of(fresh, command)) {
      String[] words =
          Stream.concat(
                  Stream.of("--jq=.[", "--sandbox"),
                  WordSplitter.split(line, name -> "$" + name).stream()
                      .map(Word::text)
                      .filter(word -> !word.equals("--sandbox"))
                      .takeWhile(word -> !List.of("--jq", "--profile").contains(word)))
              .toArray(String[]::new);
      Run run = fresh.run(words).exits(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.error().path("kind").asText()).isEqualTo("usage");
    }
    assertThat(fresh.home()).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".[",
        "",
        ".foo | nosuch",
        "map",
        "$x",
        "(. as $x | 1) | $x",
        "{$card_id}",
        "[.[] | nosuch(1)]",
        "def f: g; f",
        "reduce .[] as $i (0; . + $j)",
        "foreach .[] as $i (0; $i; $k)",
        "if . then 1 else nosuch end",
        "\"\\(nosuch)\"",
        "try nosuch catch .",
        ".a |= nosuch",
        ".[nosuch]",
        "@nosuch",
        "label $out | break $in",
        "import \"a\" as a; .",
        "a::b",
        "input",
        "$ENV",
        "limit(1)",
      })
  void what_cannot_be_run_on_any_result_is_refused_before_a_code_is_redeemed(String filter) {
    String code = shop.claim(shop.card()).path("code").asText();

    for (String option : List.of("--json", "--dry-run")) {
      Run run = wx.run("consume", code, "--jq", filter, option).exits(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.error().path("errmsg").asText()).startsWith("--jq '" + filter + "' ");
    }
    assertThat(shop.calls("/card/code/consume")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".code",
        "def f($x; g): g | $x; f(.code; .)",
        ". as {code: $c, $openid} | $c",
        "label $out | .code, break $out",
        "[.code] | map(ascii_downcase) | first",
        "reduce (.code, \"\") as $part (\"\"; . + $part)",
        "\"\\(.code)\"",
        ". as [$a] | .code",
        "first(foreach .code as $i (.; .; $i))",
        "def f: def g: .code; g; f",
        "last(range(3) as $i | .code)",
        ".code as $c | {$c} | .c",
        "[.code] | @csv | fromjson",
      })
  void what_jq_understands_is_understood(String filter) {
    String code = shop.claim(shop.card()).path("code").asText();
    Run run = wx.run("consume", code, "--jq", filter);
    if (!filter.contains("as [$a]")) {
      assertThat(run.exits(0).out()).isEqualTo(code + "\n");
    }
    assertThat(shop.calls("/card/code/consume")).isOne();
  }

  @Test
  void a_filter_that_does_not_fit_leaves_the_whole_result_on_standard_error() throws IOException {
    Run run = wx.run("create", "samples/groupon.json", "--jq", ".card_id.x").exits(1);

    List<String> said = run.err().lines().toList();
    String cardId = Json.read(said.get(said.size() - 2)).path("card_id").asText();
    assertThat(run.error().path("kind").asText()).isEqualTo("internal");
    assertThat(run.error().path("fix").asText()).contains("was done");
    assertThat(run.out()).isEmpty();
    wx.run("card", "get", cardId).exits(0);
  }

  @Test
  void a_batch_goes_on_after_a_line_that_the_filter_does_not_fit() throws IOException {
    String cardId = shop.card();
    String first = shop.claim(cardId).path("code").asText();
    Files.writeString(home.resolve("codes.txt"), first + "\n000000000000\n");
    String file = home.resolve("codes.txt").toString();

    Run run =
        wx.run("consume", "--from", file, "--parallel", "1", "--jq", ".code, .openid.x").exits(1);

    assertThat(run.out()).isEqualTo("000000000000\nnull\n");
    List<String> said = run.err().lines().toList();
    JsonNode row = Json.read(said.get(0));
    assertThat(row.path("code").asText()).isEqualTo(first);
    assertThat(row.path("ok").asBoolean()).isTrue();
    assertThat(said).hasSize(2);
    assertThat(run.error().path("kind").asText()).isEqualTo("internal");
    assertThat(run.error().path("fix").asText()).contains("Not every code is done");
  }

  @Test
  void other_lines_of_results_go_on_as_well() throws IOException {
    shop.card();
    shop.card();
    Run run = shop.run("card list --all --lines --jq .card_id.x").exits(1);
    assertThat(run.err().lines()).hasSize(3);
    assertThat(run.err().lines().limit(2)).allMatch(line -> line.contains("card_id"));

    Run agents = wx.typing("a\nb\n").run("agent", "--jq", ".cards.x").exits(1);
    assertThat(agents.err().lines()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "range(1e9)",
        "[range(1e9)] | length",
        "def f: ., f; f",
        "def f: f; f",
        "until(false; .)",
        "\"ab\" * 1e9",
        "[{(\"ab\" * 4e7): [\"ab\" * 4e7]}]",
        "[limit(1e9; range(1e9))]",
        "range(1e6) | range(1e6) | select(. < 0)",
        ".code | test(\"[\")",
        "error",
      })
  void a_filter_without_end_is_ended_and_the_result_is_there(String filter) throws IOException {
    String code = shop.claim(shop.card()).path("code").asText();

    Run run = wx.run("consume", code, "--jq", filter).exits(1);

    List<String> said = run.err().lines().toList();
    assertThat(Json.read(said.get(said.size() - 2)).path("code").asText()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_scenario_with_a_filter_that_cannot_be_read_runs_no_step() throws IOException {
    Path file = home.resolve("steps.json");
    Files.writeString(
        file,
        """
        {"name": "x", "steps": [
          {"name": "token", "run": "token"},
          {"name": "create", "run": "create samples/groupon.json --jq '.card_id | nosuch'"}]}
        """);

    Run run = wx.run("run", file.toString()).exits(3);

    assertThat(run.err()).contains("steps.json:3:", "there is no function nosuch/0");
    assertThat(shop.calls()).doesNotContain("/card/create");
  }

  @Test
  void a_filter_made_of_an_earlier_result_is_read_when_it_is_there() throws IOException {
    Path file = home.resolve("steps.json");
    Files.writeString(
        file,
        """
        {"name": "x", "steps": [
          {"name": "colors", "run": "card colors --json"},
          {"name": "again", "run": "card colors --jq .${colors.nosuch}"}]}
        """);
    assertThat(wx.run("run", file.toString(), "--json").exits(8).out()).contains("\"colors\"");
  }

  @Test
  void no_token_is_in_what_is_said_of_a_filter_that_does_not_fit() {
    String token = wx.run("token").exits(0).out().strip();
    for (String filter : List.of(".access_token.x", "error", ".access_token|error")) {
      Run run = wx.run("token", "--jq", filter).exits(1);
      assertThat(run.err()).contains("expires_in", "***").doesNotContain(token);
    }
    Run nested = wx.run("hello", "--jq", ".steps.x").exits(1);
    assertThat(nested.err()).contains("\"card_id\"").doesNotContain(token);
  }
}
