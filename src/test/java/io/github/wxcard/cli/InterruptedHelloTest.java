package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal while a walkthrough or a scenario runs. */
@Timeout(120)
class InterruptedHelloTest {
  private static final String LOGO = "{\"url\":\"http://mmbiz.qpic.cn/a/0\"}";
  private static final String CREATED = "{\"errcode\":0,\"errmsg\":\"ok\",\"card_id\":\"p1\"}";
  private static final String DONE = "{\"errcode\":0,\"errmsg\":\"ok\"}";
  private static final String NOBODY = "{\"errcode\":0,\"errmsg\":\"ok\",\"card_list\":[]}";
  private static final String QR =
      "{\"errcode\":0,\"errmsg\":\"ok\",\"ticket\":\"T\",\"url\":\"http://weixin.qq.com/q/1\","
          + "\"expire_seconds\":1800,\"show_qrcode_url\":\"https://mp.weixin.qq.com/x\"}";

  @TempDir Path home;
  private final HeldHost host = new HeldHost().answering("/cgi-bin/media/uploadimg", LOGO);

  @AfterEach
  void close() {
    host.close();
  }

  private SignalledProgram hello(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("hello", "--cleanup", "--report", report()));
    words.addAll(List.of(more));
    return new SignalledProgram(home, host.account(), words);
  }

  private String report() {
    return home.resolve("report.xml").toString();
  }

  private static List<String> states(Run run) {
    List<String> states = new ArrayList<>();
    for (JsonNode step : run.json().path("steps")) {
      boolean skipped = step.at("/result/skipped").isTextual() || step.path("skipped").isTextual();
      boolean ok = step.path("ok").asBoolean();
      states.add(skipped && !ok ? "skipped" : ok ? "ok" : "failed");
    }
    return states;
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void a_walk_ends_its_step_tidies_up_and_reports(String signal, int exitCode) throws Exception {
    host.answering("/card/create", CREATED).answering("/card/delete", DONE);
    SignalledProgram hello = hello("--json");
    host.await("/card/qrcode/create");

    hello.signal(signal);

    Run run = hello.ended().exits(exitCode);
    assertThat(states(run))
        .containsExactly("ok", "ok", "ok", "failed", "skipped", "skipped", "skipped");
    assertThat(run.json().at("/steps/3/error/kind").asText()).isEqualTo("interrupted");
    assertThat(run.error().path("kind").asText()).isEqualTo("interrupted");
    assertThat(run.error().path("errmsg").asText())
        .isEqualTo("interrupted; 3 of 7 steps done, card p1 is deleted");
    assertThat(host.sent("/card/delete")).isEqualTo(1);
    assertThat(Files.readString(Path.of(report())))
        .contains("tests=\"7\"", "failures=\"1\"", "skipped=\"3\"");
  }

  @Test
  void a_card_that_is_answered_in_time_is_deleted() throws Exception {
    host.answering("/card/delete", DONE);
    SignalledProgram hello = hello("--json");
    host.await("/card/create");
    hello.signal("INT");
    hello.awaitNote("waiting up to 2 s for the step under way");

    host.answer(CREATED);

    Run run = hello.ended().exits(130);
    assertThat(states(run).subList(0, 4)).containsExactly("ok", "ok", "ok", "skipped");
    assertThat(run.error().path("errmsg").asText()).contains("card p1 is deleted");
  }

  @Test
  void a_card_that_may_have_been_created_is_told() throws Exception {
    SignalledProgram hello = hello("--json");
    host.await("/card/create");

    hello.signal("INT");

    Run run = hello.ended().exits(130);
    assertThat(states(run).subList(0, 4)).containsExactly("ok", "ok", "failed", "skipped");
    assertThat(run.error().path("fix").asText()).contains("may have been created");
    assertThat(Path.of(report())).exists();
  }

  @Test
  void the_clean_up_is_bounded() throws Exception {
    host.answering("/card/create", CREATED);
    SignalledProgram hello = hello("--json");
    host.await("/card/qrcode/create");
    hello.signal("TERM");
    host.await("/card/delete");
    long start = System.nanoTime();

    Run run = hello.ended().exits(143);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(run.error().path("errmsg").asText()).contains("card p1 could not be deleted");
    assertThat(run.error().path("fix").asText()).contains("wxcard card get p1");
    assertThat(states(run)).hasSize(7);
    assertThat(Path.of(report())).exists();
  }

  @Test
  void a_second_signal_leaves_the_clean_up() throws Exception {
    host.answering("/card/create", CREATED);
    SignalledProgram hello = hello();
    host.await("/card/qrcode/create");
    hello.signal("INT");
    host.await("/card/delete");
    hello.awaitNote("waiting up to 5 s for the clean-up");

    hello.signal("INT");

    Run run = hello.ended().exits(130);
    assertThat(run.err()).contains("interrupted; 3 of 7 steps done, card p1 could not be deleted");
    assertThat(run.out()).contains("4 qrcode      FAIL", "7 consume     skip interrupted");
    assertThat(Path.of(report())).exists();
  }

  @Test
  void it_can_be_interrupted_while_it_waits_for_the_scan() throws Exception {
    host.answering("/card/create", CREATED)
        .answering("/card/qrcode/create", QR)
        .answering("/card/testwhitelist/set", DONE)
        .answering("/card/user/getcardlist", NOBODY)
        .answering("/card/delete", DONE);
    SignalledProgram hello = hello("--openid", "oFS7Fjl0WsZ9AMZqrI80nbIq8xrA", "--wait", "60s");
    hello.awaitNote("Scan the code as");

    hello.signal("INT");

    Run run = hello.ended().exits(130);
    assertThat(run.err()).contains("interrupted; 6 of 7 steps done, card p1 is deleted");
    assertThat(run.out()).contains("7 consume     FAIL interrupted while");
    assertThat(Path.of(report())).exists();
  }

  @Test
  void it_can_be_interrupted_while_somebody_should_type_the_code() throws Exception {
    host.answering("/card/create", CREATED)
        .answering("/card/qrcode/create", QR)
        .answering("/card/delete", DONE);
    List<String> words = List.of("hello", "--cleanup", "--report", report());
    SignalledProgram hello = new SignalledProgram(home, host.account(), "111", words);
    hello.awaitNote("type the card's code");

    hello.signal("INT");

    Run run = hello.ended().exits(130);
    assertThat(run.err()).contains("card p1 is deleted");
    assertThat(Path.of(report())).exists();
  }

  private SignalledProgram scenario(String... more) throws Exception {
    Path file =
        Files.writeString(
            home.resolve("s.json"),
            """
            {"name": "s", "steps": [
              {"name": "create", "run": "create samples/groupon.json"},
              {"name": "list", "run": "card list"},
              {"name": "colors", "run": "card colors"},
              {"name": "again", "run": "card colors"},
              {"name": "tidy", "run": "card delete ${create.card_id} --yes", "always": true},
              {"name": "later", "run": "card list", "always": true}]}
            """);
    List<String> words = new ArrayList<>(List.of("run", file.toString(), "--report", report()));
    words.addAll(List.of(more));
    return new SignalledProgram(home, host.account(), words);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, -v", "TERM, 143, -v", "HUP, 129, -v", "INT, 130, --keep-going"})
  void a_scenario_runs_its_last_steps_and_reports(String signal, int exitCode, String option)
      throws Exception {
    host.answering("/card/create", CREATED).answering("/card/delete", DONE);
    SignalledProgram run = scenario("--json", option);
    host.await("/card/batchget");

    run.signal(signal);
    host.await("/card/batchget");
    host.answer("{\"errcode\":0,\"card_id_list\":[],\"total_num\":0}");

    Run ended = run.ended().exits(exitCode);
    assertThat(states(ended)).containsExactly("ok", "failed", "skipped", "skipped", "ok", "ok");
    assertThat(ended.json().path("ok").asBoolean()).isFalse();
    assertThat(ended.error().path("kind").asText()).isEqualTo("interrupted");
    assertThat(ended.error().path("errmsg").asText())
        .isEqualTo("s: interrupted; 3 of 6 steps done, with the clean-up: tidy, later");
    assertThat(Files.readString(Path.of(report()))).contains("tests=\"6\"", "skipped=\"2\"");
    assertThat(ended.json().at("/steps/3/skipped").asText()).isEqualTo("interrupted");
  }

  @Test
  void a_second_signal_leaves_the_last_steps_of_a_scenario() throws Exception {
    host.answering("/card/create", CREATED);
    SignalledProgram run = scenario("--json");
    host.await("/card/batchget");
    run.signal("INT");
    host.await("/card/delete");
    run.awaitNote("waiting up to 5 s for the clean-up");

    run.signal("INT");

    Run ended = run.ended().exits(130);
    assertThat(states(ended))
        .containsExactly("ok", "failed", "skipped", "skipped", "failed", "skipped");
    assertThat(Path.of(report())).exists();
  }
}
