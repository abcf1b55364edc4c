package io.github.wxcard.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps find, and how it gets from one to the next. */
final class RunCommandTest {
  private static final String CREATE = "{'name': 'create', 'run': 'create samples/gift.json'}";
  private static final String APPROVE =
      "{'name': 'approve', 'run': 'sandbox approve ${create.card_id}'}";
  private static final String QRCODE =
      "{'name': 'qrcode', 'run': 'qrcode ${create.card_id}', 'capture': {'link': '/url'}}";
  private static final String SCAN = "{'name': 'scan', 'run': 'sandbox scan ${link} --as usr1'}";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void steps_hand_on_what_they_found_and_the_sandbox_has_it_afterwards() {
    Run run = run(CREATE, APPROVE, QRCODE, SCAN).exits(0);

    assertThat(run.out().lines().map(line -> line.replaceAll(" +\\d+ ms$", "")))
        .containsExactly(
            "1 create  ok",
            "2 approve ok",
            "3 qrcode  ok",
            "4 scan    ok",
            "trial: 4 steps as expected");
    assertThat(run.err()).isEmpty();
    JsonNode users = wx.run("sandbox", "users", "--json").exits(0).json();
    assertThat(users.toString()).contains("usr1");
  }

  @Test
  void the_document_tells_command_exit_and_result_of_each_step() {
    Run run = scenario(CREATE, APPROVE).run("--json").exits(0);

    JsonNode json = run.json();
    assertThat(json.fieldNames()).toIterable().containsExactly("name", "steps", "ok");
    assertThat(json.path("ok").asBoolean()).isTrue();
    assertThat(json.at("/steps/0").fieldNames())
        .toIterable()
        .containsExactly("step", "name", "ok", "ms", "command", "exit", "result");
    String cardId = json.at("/steps/0/result/card_id").asText();
    assertThat(json.at("/steps/1/command").asText()).isEqualTo("sandbox approve " + cardId);
  }

  @Test
  void a_step_has_a_standard_input_of_its_own() {
    String sign =
        "{'name': 'sign', 'run': 'sign card pX --ticket-stdin --timestamp 1 --nonce n',"
            + " 'stdin': ['%s']}";
    wx.typing("not for the step");

    Run one = scenario(sign.formatted("ticket1")).run("--json").exits(0);
    Run two = scenario(sign.formatted("ticket2")).run("--json").exits(0);

    String direct =
        wx.typing("ticket1")
            .run("sign card pX --ticket-stdin --timestamp 1 --nonce n --json".split(" "))
            .exits(0)
            .json()
            .path("signature")
            .asText();
    assertThat(one.json().at("/steps/0/result/signature").asText()).isEqualTo(direct);
    assertThat(two.json().at("/steps/0/result/signature").asText()).isNotEqualTo(direct);
  }

  @Test
  void what_a_command_prints_by_itself_is_its_result_and_stays_off_standard_output() {
    Run run = run("{'name': 'help', 'run': 'sandbox --help'}").exits(0);
    Run json = scenario("{'name': 'help', 'run': 'token --help'}").run("--json").exits(0);

    assertThat(run.out().lines()).hasSize(2);
    assertThat(json.json().at("/steps/0/result/lines/0").asText()).contains("access token");
  }

  @Test
  void a_scenario_comes_from_standard_input_too_and_sees_the_working_folder() {
    String text =
        quoted("{'steps': [{'name': 'a', 'run': 'create ${file.dir}/samples/gift.json'}]}");

    wx.typing(text).run("run", "-", "--sandbox").exits(0);
  }

  @Test
  void set_gives_values_and_a_name_given_twice_is_two_words() {
    ScenarioFile scenario =
        ScenarioFile.raw(
            wx,
            quoted(
                "{'inputs': {'who': ['--username', 'usr1'], 'card': null},"
                    + " 'steps': [{'name': 'list', 'run': 'whitelist ${who}'},"
                    + " {'name': 'create', 'run': 'create ${card}'}]}"));

    assertThat(scenario.run().exits(2).err()).contains("a value for card", "--set card=");
    Run run = scenario.run("--set", "card=samples/gift.json", "--json").exits(0);
    assertThat(run.json().at("/steps/0/command").asText()).isEqualTo("whitelist --username usr1");
    Run other =
        scenario
            .run("--set=card=samples/gift.json", "--set=who=--openid", "--set=who=oX y", "--json")
            .exits(0);
    assertThat(other.json().at("/steps/0/command").asText()).isEqualTo("whitelist --openid 'oX y'");
  }

  @Test
  void set_of_a_name_that_means_nothing_is_a_usage_error() {
    assertThat(scenario(CREATE).run("--set", "crad=1").exits(2).err()).contains("crad");
    assertThat(scenario(CREATE).run("--set", "card").exits(2).err()).contains("NAME=VALUE");
    wx.run("run").exits(2);
  }

  @Test
  void a_dollar_written_twice_means_itself() {
    Run run =
        scenario("{'name': 'a', 'run': ['create', '$${x}.json'], 'expect': {'exit': 3}}")
            .run("--json")
            .exits(0);

    assertThat(run.json().at("/steps/0/error/errmsg").asText()).startsWith("${x}.json");
  }

  @Test
  void a_step_for_a_real_account_is_skipped_in_the_sandbox() {
    Run run = run("{'name': 'a', 'run': 'token', 'when': 'account'}", CREATE).exits(0);

    assertThat(run.out()).contains("1 a      skip", "real account", "1 step as expected, 1 skip");
  }

  @Test
  void a_dry_run_shows_every_request_and_changes_nothing() {
    Run run = scenario(CREATE, APPROVE, QRCODE, SCAN).run("--dry-run").exits(0);

    assertThat(run.out()).contains("/card/create", "/sandbox/approve", "/card/qrcode/create");
    assertThat(run.out()).contains("CARD_ID").doesNotContain("${");
    assertThat(wx.run("sandbox", "journal", "--json").exits(0).out())
        .doesNotContain("/card/create");
  }

  @Test
  void list_shows_the_steps_and_runs_none() {
    Run run = scenario(CREATE, APPROVE).run("--list").exits(0);

    assertThat(run.out().lines())
        .containsExactly(
            "trial",
            "1 create  create samples/gift.json",
            "2 approve sandbox approve ${create.card_id}");
    assertThat(scenario(CREATE).run("--list", "--json").json().at("/steps/0/command").asText())
        .isEqualTo("create samples/gift.json");
  }

  @Test
  void list_stays_aligned_from_ten_steps_on() {
    String[] steps =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> "{'name': 's" + i + "', 'run': 'token'}")
            .toArray(String[]::new);

    assertThat(scenario(steps).run("--list").exits(0).out().lines())
        .contains(" 1 s1  token", "10 s10 token");
  }

  private Run run(String... steps) {
    return scenario(steps).run();
  }

  private ScenarioFile scenario(String... steps) {
    return ScenarioFile.of(wx, quoted(String.join(",\n", steps)));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
