package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import org.junit.jupiter.api.Test;

class PrinterTest {
  record Tester(String name) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("username", name);
    }

    @Override
    public void text(Page page) {
      page.line("tester " + name);
    }
  }

  private final Failure failure =
      Failure.of(FailureKind.INPUT, "card.json is empty", "Write a card into it.")
          .meaning("No bytes.");

  private final Streams piped = Streams.piped();

  @Test
  void a_person_gets_lines() {
    new Printer(piped.console, OutputFormat.TEXT).result(new Tester("小明"));
    assertThat(piped.out()).isEqualTo("tester 小明\n");
  }

  @Test
  void a_program_gets_one_line_of_json() {
    new Printer(piped.console, OutputFormat.JSON).result(new Tester("小明"));
    assertThat(piped.out()).isEqualTo("{\"username\":\"小明\"}\n");
  }

  @Test
  void json_on_a_terminal_is_indented_but_rows_stay_lines() {
    Streams terminal = Streams.terminal(80, ColorChoice.NEVER);
    Printer printer = new Printer(terminal.console, OutputFormat.JSON);
    printer.result(new Tester("a"));
    printer.row(new Tester("b"));
    assertThat(terminal.out()).isEqualTo("{\n  \"username\": \"a\"\n}\n{\"username\":\"b\"}\n");
  }

  @Test
  void json_is_coloured_on_a_terminal_and_where_that_is_asked_for() {
    Streams terminal = Streams.terminal(80, ColorChoice.AUTO);
    new Printer(terminal.console, OutputFormat.JSON).result(new Tester("a"));
    assertThat(terminal.out())
        .isEqualTo("{\n  \u001b[1;34m\"username\"\u001b[0m: \u001b[32m\"a\"\u001b[0m\n}\n");
    new Printer(piped.console.with(ColorChoice.ALWAYS), OutputFormat.JSON).result(new Tester("a"));
    assertThat(piped.out())
        .isEqualTo("{\u001b[1;34m\"username\"\u001b[0m:\u001b[32m\"a\"\u001b[0m}\n");
  }

  @Test
  void a_failure_is_coloured_as_its_kind_of_text() {
    Streams terminal = Streams.terminal(80, ColorChoice.AUTO);
    new Printer(terminal.console, OutputFormat.TEXT).failure(failure);
    assertThat(terminal.err())
        .startsWith("\u001b[1;31merror:\u001b[0m card.json is empty\n  \u001b[1mMeaning:\u001b[0m");
    Streams plain = Streams.terminal(80, ColorChoice.NEVER);
    new Printer(plain.console, OutputFormat.JSON).failure(failure);
    assertThat(plain.err()).startsWith("{\"error\":");
  }

  @Test
  void jq_prints_strings_raw_and_every_value_on_its_line() {
    new Printer(piped.console, OutputFormat.jq(".username, ., length")).result(new Tester("小明"));
    assertThat(piped.out()).isEqualTo("小明\n{\"username\":\"小明\"}\n1\n");
  }

  @Test
  void a_wrong_jq_expression_is_refused_before_anything_runs() {
    assertThatThrownBy(() -> OutputFormat.jq(".[").json())
        .isInstanceOfSatisfying(
            Failure.class, refusal -> assertThat(refusal.kind()).isEqualTo(FailureKind.USAGE));
  }

  @Test
  void a_jq_expression_that_does_not_fit_does_not_lose_the_result() {
    Printer printer = new Printer(piped.console, OutputFormat.jq(".username.first"));
    assertThatThrownBy(() -> printer.result(new Tester("a")))
        .isInstanceOfSatisfying(
            Failure.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(FailureKind.INTERNAL);
              assertThat(piped.err()).isEqualTo("{\"username\":\"a\"}\n");
            });
  }

  @Test
  void a_failure_says_what_it_means_and_what_comes_next() {
    new Printer(piped.console, OutputFormat.TEXT).failure(failure);
    assertThat(piped.err())
        .isEqualTo(
            """
            error: card.json is empty
              Meaning: No bytes.
              Next: Write a card into it.
            """);
    assertThat(piped.out()).isEmpty();
  }

  @Test
  void a_refusal_shows_the_number_and_the_servers_own_words() {
    Failure refusal = Failure.refused("POST /card/create", 123456, "odd rid: 1-2").detail("more");
    new Printer(piped.console, OutputFormat.TEXT).failure(refusal);
    assertThat(piped.err())
        .isEqualTo("error: POST /card/create: errcode 123456 odd rid: 1-2\n  more\n");
  }

  @Test
  void a_failure_for_a_program_is_one_json_line_on_standard_error() {
    new Printer(piped.console, OutputFormat.JSON).failure(failure);
    assertThat(piped.err())
        .isEqualTo(
            "{\"error\":{\"kind\":\"input\",\"errcode\":null,\"errmsg\":\"card.json is empty\","
                + "\"meaning\":\"No bytes.\",\"fix\":\"Write a card into it.\","
                + "\"retryable\":false}}\n");
  }
}
