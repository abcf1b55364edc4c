package io.github.wxcard.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of steps that do not end as expected, and which run after them. */
final class RunFailuresTest {
  private static final String CREATE = "{'name': 'create', 'run': 'create samples/gift.json'%s}";
  private static final String APPROVE =
      "{'name': 'approve', 'run': 'sandbox approve ${create.card_id}'}";
  private static final String TOKEN = "{'name': 'token', 'run': 'token'}";
  private static final String TIDY =
      "{'name': 'tidy', 'run': 'sandbox reject ${create.card_id} --reason no', 'always': true}";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void a_wrong_value_shows_step_command_place_expected_and_actual() {
    Run run = run(create("{'json': {'card_id': {'matches': '^x'}}}")).exits(8);

    assertThat(run.out())
        .containsPattern("1 create FAIL +\\d+ ms\n  \\$ wxcard create samples/gift.json\n")
        .containsPattern("  /card_id: expected \\{\"matches\":\"\\^x\"}, actual \"p\\S{27}\"\n");
    assertThat(run.err()).contains("trial: 1 of 1 step failed: create");
  }

  @Test
  void a_missing_place_names_the_keys_that_are_there() {
    Run run = scenario(create("{'json': {'/card/id': 'x'}}")).run("--json").exits(8);

    JsonNode failure = run.json().at("/steps/0/failures/0");
    assertThat(failure.path("path").asText()).isEqualTo("/card/id");
    assertThat(failure.path("expected").asText()).isEqualTo("x");
    assertThat(failure.path("actual").isNull()).isTrue();
    assertThat(failure.path("note").asText()).isEqualTo("the result has card_id");
    assertThat(run.error().path("kind").asText()).isEqualTo("partial");
  }

  @Test
  void a_refusal_that_was_not_expected_is_told_with_its_reason() {
    Run run = run("{'name': 'redeem', 'run': 'consume 123'}").exits(8);

    assertThat(run.out()).contains("exit: expected 0, actual 5", "errcode 40", "Meaning: ");
  }

  @Test
  void the_values_are_compared_even_when_the_exit_code_is_wrong() {
    Run run = run(create("{'exit': 5, 'json': {'card_id': {'matches': '^x'}}}")).exits(8);

    assertThat(run.out()).contains("exit: expected 5, actual 0", "/card_id: expected {\"matches\"");
  }

  @Test
  void what_a_command_says_is_heard_when_its_step_fails_or_when_all_is_to_be_seen()
      throws IOException {
    Files.writeString(home.resolve("codes.txt"), "1 2\n");
    String batch = "{'name': 'batch', 'run': 'consume --from %s'%s}";
    String file = home.resolve("codes.txt").toString();
    ScenarioFile good = scenario(batch.formatted(file, ", 'expect': {'exit': 8}"));

    Run quiet = good.run().exits(0);
    assertThat(quiet.out() + quiet.err()).doesNotContain("line 1");
    assertThat(good.run("-v").exits(0).err()).contains("line 1: 1 2: ");
    ScenarioFile bad = scenario(batch.formatted(file, ""));
    assertThat(bad.run().exits(8).out()).contains("  line 1: 1 2: ");
    assertThat(bad.run("--json").exits(8).json().at("/steps/0/stderr").asText()).contains("line 1");
  }

  @Test
  void a_choice_that_is_made_for_the_person_is_told_by_the_run_itself() {
    scenario(TOKEN);
    assertThat(wx.run("run", home.resolve("trial.json").toString()).exits(0).err())
        .contains("sandbox");
  }

  @Test
  void what_a_failed_command_did_not_find_hides_nothing_of_its_failure() {
    Run run =
        run("{'name': 'a', 'run': 'create no.json', 'expect': {'json': {'x': '${a.card_id}'}}}")
            .exits(8);

    assertThat(run.out())
        .contains("exit: expected 0, actual 3", "error: no.json")
        .doesNotContain("names nothing");
  }

  @Test
  void an_expected_refusal_is_a_success_and_another_one_is_not() {
    String redeem = "{'name': 'redeem', 'run': 'consume 123', 'expect': {'error': %s}}";

    run(redeem.formatted("{'kind': 'refused', 'errcode': {'atLeast': 40000}}")).exits(0);
    Run run = run(redeem.formatted("{'errcode': 1}")).exits(8);
    assertThat(run.out()).contains("error/errcode: expected 1, actual 40");
    run("{'name': 'a', 'run': 'token', 'expect': {'error': {'kind': 'auth'}}}").exits(8);
  }

  @Test
  void after_a_failure_only_the_steps_that_tidy_up_run() {
    Run run = run(create("{'exit': 5}"), APPROVE, TOKEN, TIDY).exits(8);

    assertThat(run.out().lines().map(line -> line.replaceAll(" +\\d+ ms$", "")))
        .contains(
            "2 approve skip step 'create' failed",
            "3 token   skip step 'create' failed",
            "4 tidy    ok");
    assertThat(wx.run("sandbox", "journal", "--json").exits(0).out())
        .contains("/sandbox/reject")
        .doesNotContain("/sandbox/approve");
  }

  @Test
  void keep_going_skips_what_needs_a_failed_step_and_runs_the_rest() {
    Run run = scenario(create("{'exit': 5}"), APPROVE, TOKEN).run("--keep-going").exits(8);

    assertThat(run.out())
        .contains("2 approve skip it needs ${create.card_id}, and step 'create' failed")
        .containsPattern("3 token   ok");
  }

  @Test
  void tidying_up_is_skipped_when_there_is_nothing_to_tidy() {
    Run run = run("{'name': 'create', 'run': 'create no.json'}", TIDY).exits(8);

    assertThat(run.out()).contains("2 tidy   skip it needs ${create.card_id}");
  }

  @Test
  void a_key_that_the_result_does_not_have_fails_the_step_that_needs_it() {
    Run run = run(create("{}"), "{'name': 'a', 'run': 'sandbox approve ${create.id}'}").exits(8);

    assertThat(run.out())
        .contains("${create.id} names nothing", "the result has card_id", "2 a      FAIL");
  }

  @Test
  void a_name_for_a_place_that_is_not_there_fails_the_step() {
    Run run = run(CREATE.formatted(", 'capture': {'id': '/id'}")).exits(8);

    assertThat(run.out()).contains("capture/id: ", "the result has card_id");
  }

  private static String create(String expect) {
    return CREATE.formatted(", 'expect': " + expect);
  }

  private Run run(String... steps) {
    return scenario(steps).run();
  }

  private ScenarioFile scenario(String... steps) {
    return ScenarioFile.of(wx, String.join(",\n", steps).replace('\'', '"'));
  }
}
