package io.github.wxcard.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are wrong: told with their place, before a step runs. */
final class RunBadFileTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'name': 'b', 'run': 'token', 'expct': »{}}|unknown key 'expct' in a step; do you mean"
            + " 'expect'?",
        "{'name': 'b', 'run': »'create \\'x'}|the line ends inside",
        "{'name': 'b', 'run': »'create ${card}'}|${card} names no value",
        "{'name': 'b', 'run': »'create ${aa.x}'}|${aa.x} names no earlier step",
        "{'name': 'b', 'run': »'create ${b.x}'}|${b.x} is not known yet",
        "{'name': 'b', 'run': ['create', 7, »{}]}|only texts",
        "{'name': 'b', 'run': »''}|run is empty",
        "{'name': 'b', 'run': »'wxcard token'}|leave out 'wxcard'",
        "{'name': 'b', 'run': »'run x.json'}|cannot run another scenario",
        "»{'name': 'b'}|a step needs run",
        "{'name': »'a', 'run': 'token'}|two steps are called 'a'",
        "{'name': »'a b', 'run': 'token'}|cannot name a step",
        "{'name': »'file', 'run': 'token'}|cannot name a step",
        "{'name': 'b', 'run': 'token', 'stdin': »5}|stdin must be",
        "{'name': 'b', 'run': 'token', 'when': »'never'}|when must be",
        "{'name': 'b', 'run': 'token', 'always': »'yes'}|always must be",
        "{'name': 'b', 'run': 'token', 'capture': {'x': »1}}|the place of a value",
        "{'name': 'b', 'run': 'token', 'expect': {'exit': {'is': »1}}}|unknown key 'is'",
        "{'name': 'b', 'run': 'token', 'expect': {'json': {'/x': {'size': »'a'}}}}|whole number",
        "{'name': 'b', 'run': 'token', 'expect': {'json': {'/x': {'matches': »'('}}}}|regular",
        "{'name': 'b', 'run': 'token', 'expect': {'json': {'/x': »'${c.d}'}}}|${c.d} names no",
        "{'name': 'b', 'run': »'toke'}|there is no command 'toke'. Did you mean token?",
        "{'name': 'b', 'run': »'card lst'}|has no command 'lst'. Did you mean list?",
        "{'name': 'b', 'run': »'card'}|needs one of: ",
        "{'name': 'b', 'run': »'token --refesh'}|there is no option '--refesh'. Did you mean",
        "{'name': 'b', 'run': »['card', 'get', '${a.card_id}', '--jsn']}|no option '--jsn'",
        "{'name': 'b', 'run': »'card get'}|CARD_ID is missing",
        "{'name': 'b', 'run': »'card get ${a.x} ${a.y}'}|'${a.y}' is one argument too many",
        "{'name': 'b', 'run': »'card list --limit many'}|'many' is not a whole number",
        "{'name': 'b', 'run': »'card list --limit ${a.n} --offset x1'}|'x1' is not a whole number",
        "{'name': 'b', 'run': »'qrcode p --expire ${a.n} --shw never'}|no option '--shw'",
        "{'name': 'b', 'run': »'token --refesh', 'expect': {'exit': 5}}|no option '--refesh'"
      })
  void it_is_refused_with_its_place(String marked, String what) {
    String step = marked.replace("\\'", "\\\"").replace('\'', '"');
    int column = step.indexOf('»') + 1;
    ScenarioFile scenario =
        ScenarioFile.of(
            wx, quoted("{'name': 'a', 'run': 'create samples/gift.json'}"), step.replace("»", ""));

    Run run = scenario.run().exits(3);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("trial.json:3:" + column + ": ", what, "Nothing was run.");
    assertThat(wx.run("sandbox", "journal", "--json").out()).doesNotContain("/card/create");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"steps\": []}",
        "{\"steps\": {}}",
        "{\"steps\": [1]}",
        "{\"steps",
        "",
        "{\"name\": 5, \"steps\": [{\"name\": \"a\", \"run\": \"token\"}]}",
        "{\"inputs\": [], \"steps\": [{\"name\": \"a\", \"run\": \"token\"}]}",
        "{\"inputs\": {\"a\": {}}, \"steps\": [{\"name\": \"a\", \"run\": \"token\"}]}",
        "{\"inputs\": {\"a\": \"${b}\"}, \"steps\": [{\"name\": \"a\", \"run\": \"token\"}]}"
      })
  void what_is_no_scenario_is_refused(String text) {
    assertThat(ScenarioFile.raw(wx, text).run().exits(3).err()).contains("trial.json");
  }

  @Test
  void all_that_is_wrong_is_told_at_once_and_in_order() {
    Run run =
        ScenarioFile.of(
                wx,
                quoted("{'name': 'a', 'run': ''}"),
                quoted("{'name': 'b', 'rum': 'token', 'always': 1}"))
            .run("--json")
            .exits(3);

    JsonNode findings = run.error().path("findings");
    assertThat(findings.findValuesAsText("line")).containsExactly("2", "3", "3", "3");
    assertThat(findings.findValuesAsText("pointer"))
        .contains("/steps/0/run", "/steps/1/rum", "/steps/1/always");
  }

  @Test
  void a_file_that_is_not_there_and_a_report_that_cannot_be_are_told_before_any_call() {
    wx.run("run", "no.json", "--sandbox").exits(3);
    ScenarioFile scenario = ScenarioFile.of(wx, quoted("{'name': 'a', 'run': 'token'}"));

    assertThat(scenario.run("--report", home.resolve("no/x.xml").toString()).exits(3).out())
        .isEmpty();
    assertThat(Files.exists(home.resolve("no"))).isFalse();
  }

  @Test
  void comments_and_trailing_commas_are_warnings() {
    Run run = ScenarioFile.of(wx, quoted("{'name': 'a', 'run': 'token',} // why not")).run();

    assertThat(run.exits(0).err()).contains("trial.json:2:", "warning");
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
