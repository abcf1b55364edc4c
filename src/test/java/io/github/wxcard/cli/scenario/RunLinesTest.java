package io.github.wxcard.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that are looked at before the first step runs, with values still unknown. */
final class RunLinesTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card list --limit ${n} --offset=${n}",
        "card stock ${a.id} --add ${n}",
        "token --timeout ${n}s",
        "token --timeout=${a.span}",
        "token --color ${a.colour}",
        "stats summary --from ${a.day} --to ${a.day} --source ${a.source}",
        "ticket meeting ${a.code} --zone A --entrance B --seat C --begin ${a.t} --end ${a.t}",
        "sandbox fault add --path /x --errcode ${a.code} --rate ${a.rate} --delay ${a.span}",
        "consume --from codes.csv --rate ${a.rate} --parallel ${a.n}",
        "member update ${a.code} --card-id p --add-bonus ${a.n}",
        "${a.command} ${a.verb} x",
        "card ${a.verb} ${a.id} ${a.id}"
      })
  void what_is_found_later_fits_any_place(String line) {
    String text =
        "{'inputs': {'n': '3'}, 'steps': [{'name': 'a', 'run': 'explain 0'},"
            + " {'name': 'b', 'run': '%s', 'when': 'account'}]}";

    ScenarioFile.raw(wx, quoted(text.formatted(line))).run().exits(0);
  }

  @Test
  void a_line_that_is_meant_to_be_refused_is_no_mistake() {
    String step = "{'name': 'a', 'run': 'token --refesh', 'expect': {'exit': 2}}";
    String error = "{'name': 'b', 'run': 'toke', 'expect': {'error': {'kind': 'usage'}}}";

    ScenarioFile.of(wx, quoted(step), quoted(error)).run().exits(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'exists': true}", "{'not': 0}", "{'not': 7}", "{'atLeast': 0}"})
  void a_line_for_which_any_ending_would_do_is_looked_at_all_the_same(String exit) {
    String tidy = "{'name': 'tidy', 'run': 'card delte p', 'expect': {'exit': " + exit + "}}";

    assertThat(ScenarioFile.of(wx, quoted(tidy)).run().exits(3).err()).contains("delte");
  }

  @Test
  void an_error_of_any_kind_that_is_expected_excuses_no_misspelling() {
    String step =
        "{'name': 'a', 'run': 'consme 1', 'expect': {'error': {'fix': {'exists': true}}}}";

    ScenarioFile.of(wx, quoted(step)).run().exits(3);
  }

  @Test
  void a_dry_run_finds_wrong_lines_too() {
    ScenarioFile.of(wx, quoted("{'name': 'a', 'run': 'toke'}")).run("--dry-run").exits(3);
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
