package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.Run;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.Escapes;
import io.github.wxcard.text.SecretMask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Secrets go through every command in every form, and come out only where they are asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecretsTest {
  /** What a server may say of a request. */
  private static final String REFUSAL = "{\"errcode\":40013,\"errmsg\":\"no: {{{request.url}}}\"}";

  private static final String TEMPLATE = "response-template";
  private static final String PAGE = "<html>No: {{{request.url}}} {{{request.body}}}</html>";

  private static final int SERVERS = 3;
  private static final int SAMPLE = 120;

  private static final List<List<String>> FORMS =
      List.of(
          List.of(),
          List.of("--json"),
          List.of("--verbose"),
          List.of("--verbose", "--json"),
          List.of("--dry-run"),
          List.of("--dry-run", "--json", "--verbose"));

  private static final List<String> TYPED =
      List.of(Markers.CALLBACK_TOKEN + "\n" + Markers.AES_KEY + "\n", Markers.SECRET + "\n");

  private final Host host = new Host();
  private final Search search = new Search();
  private int finished;

  @TempDir Path folder;

  /** A command line, the options it gets, and what its standard input holds. */
  private record Trial(String line, List<String> form, String typed) {}

  private static List<Trial> trials() {
    List<String> lines = new ArrayList<>(Call.all().stream().map(Call::line).toList());
    lines.addAll(Search.OTHER_LINES);
    return lines.stream()
        .flatMap(line -> FORMS.stream().flatMap(form -> trials(line, form)))
        .toList();
  }

  private static Stream<Trial> trials(String line, List<String> form) {
    return TYPED.stream().map(typed -> new Trial(line, form, typed));
  }

  @AfterAll
  void tell() throws IOException {
    host.close();
    Summary.write("secrets", search.summary(SERVERS * trials().size(), finished == SERVERS));
  }

  @Test
  void no_command_shows_a_secret() throws IOException {
    host.answerWell();
    tryAll(1);
  }

  @Test
  void a_refusal_that_repeats_the_request_shows_no_secret() throws IOException {
    host.answerAlways(Host.json(REFUSAL).withTransformers(TEMPLATE));
    tryAll(2);
  }

  @Test
  void a_gateway_that_repeats_the_request_shows_no_secret() throws IOException {
    host.answerAlways(Host.json(PAGE).withStatus(500).withTransformers(TEMPLATE));
    tryAll(3);
  }

  @Test
  void what_was_sent_and_comes_back_escaped_is_no_secret_shown() throws IOException {
    List<String> forms =
        Arrays.stream(Escapes.values())
            .flatMap(way -> Stream.of(way.apply(Markers.SECRET), way.half(Markers.TOKEN)))
            .toList();
    ObjectNode refusal = Json.object().put("errcode", 40013).put("errmsg", String.join(" ", forms));
    String page = "<html>" + String.join("</p><p>", forms) + "</html>";
    for (String answer : List.of(Json.write(refusal), page)) {
      host.answerAlways(Host.json(answer));
      Home home = new Home(folder, host.base());
      for (List<String> form : FORMS) {
        Run run = home.run("", home.words("card get pCard", form));
        String shown = run.out() + run.err();
        assertThat(shown).doesNotContain(forms).doesNotContain(Markers.all());
        assertThat(new SecretMask(Markers.all()).finds(shown)).as(shown).isFalse();
        assertThat(shown).as(shown).contains(form.contains("--dry-run") ? "/card/get" : "***");
      }
    }
  }

  @Test
  void a_defect_shows_no_secret_even_where_the_exception_does() throws IOException {
    host.answerAlways(Host.json("").withStatus(500));
    Home home = new Home(folder, host.base());
    String leak = "no such address: http://h/?access_token=" + Markers.TOKEN + Markers.SECRET;

    Run run =
        home.run(
            "",
            List.of("card", "colors", "--verbose"),
            time -> {
              throw new IllegalStateException(leak);
            });

    assertThat(run.exits(1).err())
        .contains("unexpected: no such address", "java.lang.IllegalStateException", "\n  at ")
        .doesNotContain(Markers.all());
  }

  private void tryAll(int server) throws IOException {
    Home home = new Home(folder, host.base());
    for (Trial trial : Sampling.of(trials(), SAMPLE, server)) {
      search.streams(home.run(trial.typed, home.words(trial.line, trial.form)));
    }
    search.files(home);
    finished++;
  }

  @Test
  void the_search_finds_what_is_shown() throws IOException {
    host.answerWell();
    Home home = new Home(folder, host.base());

    assertThat(home.run("", List.of("token")).out()).contains(Markers.TOKEN);
    assertThat(home.run("", List.of("sign", "card", "p1", "--explain")).out())
        .contains(Markers.TICKET);
    assertThat(home.run("", List.of("token", "--refresh")).out()).contains(Markers.RENEWED_TOKEN);
    assertThat(Search.found(Search.text(home.config())))
        .containsExactlyInAnyOrder(
            Markers.SECRET,
            Markers.RENEWED_TOKEN,
            Markers.TICKET,
            Markers.CALLBACK_TOKEN,
            Markers.AES_KEY);
  }
}
