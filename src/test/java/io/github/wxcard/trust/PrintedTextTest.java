package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What others say is escaped by every command, in every form, on terminals and in pipes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrintedTextTest {
  private static final List<List<String>> FORMS =
      List.of(List.of(), List.of("--json"), List.of("--verbose"), List.of("--verbose", "--json"));

  private static final List<TerminalInfo> PLACES =
      List.of(
          TerminalInfo.piped(),
          new TerminalInfo(false, true, true, () -> 80, ColorChoice.AUTO),
          new TerminalInfo(false, true, false, () -> 80, ColorChoice.NEVER));

  private static final int SAMPLE = 150;

  private final Host host = new Host();

  @TempDir Path folder;

  private record Trial(String line, List<String> form, TerminalInfo terminal) {}

  private static List<Trial> trials() {
    List<String> lines = new ArrayList<>(Call.all().stream().map(Call::line).toList());
    lines.addAll(Search.OTHER_LINES);
    return lines.stream()
        .flatMap(
            line ->
                FORMS.stream()
                    .flatMap(form -> PLACES.stream().map(place -> new Trial(line, form, place))))
        .toList();
  }

  @AfterAll
  void close() {
    host.close();
  }

  @Test
  void what_an_answer_holds_is_escaped() throws IOException {
    host.answerAlways(Host.json(Hostile.answer(Host.GOOD)));
    tryAll(1);
  }

  @Test
  void what_a_refusal_says_is_escaped() throws IOException {
    String refusal = Json.write(Json.object().put("errcode", 40013).put("errmsg", Hostile.TEXT));
    host.answerAlways(
        Host.json(refusal)
            .withHeader("X-Wxcard-Reason", "%1B%5B2J%0A%3A%3Aadd-mask%3A%3Aa%E2%80%AE"));
    tryAll(2);
  }

  @Test
  void what_a_gateway_says_is_escaped() throws IOException {
    host.answerAlways(
        Host.json("<html>" + Hostile.TEXT + "</html>")
            .withStatus(200)
            .withHeader("Content-Type", "text/html"));
    tryAll(3);
  }

  private void tryAll(int server) throws IOException {
    Home home = new Home(folder, host.base());
    for (Trial trial : Sampling.of(trials(), SAMPLE, server)) {
      Run run = home.run("", home.words(trial.line, trial.form), trial.terminal);
      assertThat(Hostile.found(run.err(), trial.terminal.errTerminal()))
          .as("stderr of %s", run)
          .isEmpty();
      assertThat(run.exitCode()).as("a defect: %s", run).isNotEqualTo(1);
      if (trial.form.contains("--json")) {
        isJson(run, trial.terminal.outTerminal());
      }
      if (trial.form.contains("--json") || trial.terminal.outTerminal() || !isData(trial.line)) {
        assertThat(Hostile.found(run.out().replace("\t", ""), trial.terminal.outTerminal()))
            .as("stdout of %s", run)
            .isEmpty();
      }
    }
  }

  /** One document, or one a line. */
  private static void isJson(Run run, boolean terminal) throws IOException {
    if (run.line().matches("(help|completion) .*|.* --card-id( --.*)+")) {
      return; // These know no JSON, or take the option for a value.
    }
    String out = terminal ? Hostile.withoutOurOwn(run.out()) : run.out();
    try {
      Json.read(out);
    } catch (IOException several) {
      for (String line : out.lines().toList()) {
        assertThatCode(() -> Json.read(line)).as("%s", run).doesNotThrowAnyException();
      }
    }
  }

  /** What was asked for itself goes into a pipe as it is. */
  private static boolean isData(String line) {
    return line.startsWith("token") || line.startsWith("sign ") || line.startsWith("api ");
  }

  @Test
  void what_was_asked_for_goes_into_a_pipe_byte_for_byte() throws IOException {
    String answer = "{ \"errcode\":0,  \"title\":\"::notice::a\u001b[2J\u202e\\n券\",\"n\":1.0 }";
    host.answerAlways(Host.json(answer));
    Home home = new Home(folder, host.base());
    JsonNode tree = Json.read(answer);
    Path file = folder.resolve("answer");

    String raw = home.run("", List.of("api", "GET", "/x")).exits(0).out();
    String picked = home.run("", List.of("api", "GET", "/x", "--jq", ".title")).exits(0).out();
    home.run("", List.of("api", "GET", "/x", "--out", file.toString())).exits(0);

    assertThat(raw).isEqualTo(answer + "\n");
    assertThat(picked).isEqualTo(tree.path("title").asText() + "\n");
    assertThat(Files.readAllBytes(file)).isEqualTo(answer.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void json_is_the_same_json_escaped() throws IOException {
    host.answerAlways(Host.json(Hostile.answer("{\"errcode\":0,\"title\":\"t\"}")));
    Home home = new Home(folder, host.base());
    for (TerminalInfo place : PLACES) {
      Run run = home.run("", List.of("api", "GET", "/x", "--json"), place).exits(0);
      assertThat(Hostile.found(run.out(), place.outTerminal())).isEmpty();
      assertThat(Json.read(Hostile.withoutOurOwn(run.out())).path("title").asText())
          .isEqualTo("t" + Hostile.TEXT.replace('\ud800', '?'));
      assertThat(run.out()).contains("券");
    }
  }

  @Test
  void names_of_files_profiles_and_options_are_escaped() throws IOException {
    host.answerAlways(Host.json("{\"errcode\":0}"));
    Home home = new Home(folder, host.base());
    String name = Hostile.TEXT.replace("\u0000", "").replace("\ud800", "");
    List<List<String>> lines =
        List.of(
            List.of("lint", "no-" + name),
            List.of("create", "no-" + name),
            List.of("card", "list", "--profile", name),
            List.of("card", "list", "--" + name),
            List.of(name),
            List.of("explain", name),
            List.of("link", "parse", "https://shop.example/?a=" + name),
            List.of("agent", name),
            List.of("api", "GET", "/x?" + name),
            List.of("run", "no-" + name),
            List.of("card", "list", "--jq", name),
            List.of("event", "trigger", name),
            List.of("consume", name, "--dry-run"),
            List.of("sign", "callback", "--timestamp", name, "--nonce", name, "--token-stdin"));
    for (TerminalInfo place : PLACES) {
      for (List<String> words : lines) {
        for (List<String> form : FORMS) {
          List<String> all = Stream.concat(words.stream(), form.stream()).toList();
          Run run = home.run("abc\n", all, place);
          assertThat(Hostile.found(run.err(), place.errTerminal()))
              .as("stderr of %s", run)
              .isEmpty();
          assertThat(Hostile.found(run.out(), place.outTerminal()))
              .as("stdout of %s", run)
              .isEmpty();
          assertThat(run.exitCode()).as("a defect: %s", run).isNotEqualTo(1);
        }
      }
    }
  }
}
