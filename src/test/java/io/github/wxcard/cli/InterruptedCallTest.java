package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.base.ProgramContext;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.TerminalInfo;
import io.github.wxcard.scenario.CommandOutcome;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signal while the answer to a call is waited for. */
@Timeout(120)
class InterruptedCallTest {
  private static final String CONSUME = "/card/code/consume";
  private static final String REDEEMED =
      "{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\"}";

  @TempDir Path home;
  private final HeldHost host = new HeldHost();

  @AfterEach
  void close() {
    host.close();
  }

  /** A command line that is sent a signal as soon as its call has arrived. */
  private SignalledProgram signalled(String signal, String path, String line) throws Exception {
    SignalledProgram program = new SignalledProgram(home, host.account(), List.of(line.split(" ")));
    host.await(path);
    program.signal(signal);
    return program;
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void an_answer_in_time_is_printed_and_told(String signal, int exitCode) throws Exception {
    SignalledProgram consume = signalled(signal, CONSUME, "consume 4711 --json");
    consume.awaitNote("waiting up to 2 s for the answer");
    host.answer(REDEEMED);

    Run run = consume.ended().exits(exitCode);

    assertThat(run.json().path("card_id").asText()).isEqualTo("p1");
    assertThat(run.error().path("kind").asText()).isEqualTo("interrupted");
    assertThat(run.error().path("errmsg").asText()).contains("done already");
    assertThat(host.sent(CONSUME)).isEqualTo(1);
  }

  @Test
  void a_refusal_in_time_is_told_as_that() throws Exception {
    SignalledProgram consume = signalled("INT", CONSUME, "consume 4711 --json");
    consume.awaitNote("waiting up to 2 s");
    host.answer("{\"errcode\":40099,\"errmsg\":\"invalid code\"}");

    Run run = consume.ended().exits(130);

    assertThat(run.out()).isEmpty();
    assertThat(run.error().path("kind").asText()).isEqualTo("interrupted");
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40099);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void without_an_answer_it_is_not_known_and_told_how_to_look(String signal, int exitCode)
      throws Exception {
    SignalledProgram consume = signalled(signal, CONSUME, "consume 4711 --json");
    long start = System.nanoTime();

    Run run = consume.ended().exits(exitCode);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(run.out()).isEmpty();
    assertThat(run.error().path("kind").asText()).isEqualTo("interrupted");
    assertThat(run.error().path("meaning").asText()).contains("redeemed is not known");
    assertThat(run.error().path("fix").asText()).contains("wxcard code get 4711");
    assertThat(host.sent(CONSUME)).isEqualTo(1);
  }

  @Test
  void a_second_signal_ends_the_wait() throws Exception {
    SignalledProgram consume = signalled("INT", CONSUME, "consume 4711");
    consume.awaitNote("waiting up to 2 s");

    consume.signal("INT");
    Run run = consume.ended().exits(130);

    assertThat(run.err())
        .contains("error: interrupted", "redeemed is not known", "wxcard code get 4711");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create samples/groupon.json | may have been created",
        "code void 4711 | not known",
        "code update 4711 4712 --card-id p1 | wxcard code get",
        "qrcode p1 --unique | wxcard",
        "card stock p1 --add 5 | wxcard card get p1",
        "card delete p1 --yes | wxcard card get p1",
        "code deposit p1 4711 4712 | wxcard code check p1",
        "token --force-refresh | wxcard token --refresh",
        "api POST /card/unknown --raw-field a=b | Look at the state"
      })
  void every_call_that_must_not_be_repeated_says_how_to_look(String line, String told)
      throws Exception {
    Run run = signalled("TERM", "", line + " --json").ended().exits(143);

    assertThat(run.error().path("kind").asText()).as(run.toString()).isEqualTo("interrupted");
    assertThat(run.out() + run.err()).contains(told);
  }

  /** As Ctrl-C does to a line of the REPL: the process goes on. */
  @Test
  void a_line_is_interrupted_by_itself_and_the_next_one_runs() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Wxcard wx = new Wxcard(home);
    host.account().forEach(wx::with);
    host.answering("/card/getcolors", "{\"errcode\":0,\"colors\":[]}");
    CompletableFuture<ProgramContext> program = new CompletableFuture<>();
    CompletableFuture<CommandOutcome> next =
        CompletableFuture.supplyAsync(
            () -> {
              Console console =
                  new Console(InputStream.nullInputStream(), out, err, TerminalInfo.piped());
              try (ProgramContext opened = new ProgramContext(wx.environment(), console)) {
                program.complete(opened);
                new Cli(opened).run(List.of("consume", "4711"));
                return new Cli(opened).run(List.of("card", "colors"));
              }
            });
    host.await(CONSUME);

    program.join().interrupts().interrupt();

    assertThat(next.join().exitCode()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("error: interrupted", "redeemed is not known", "wxcard code get 4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code get 4711", "card list", "qrcode p1"})
  void what_can_be_repeated_ends_at_once(String line) throws Exception {
    Run run = signalled("INT", "", line).ended().exits(130);

    assertThat(run.err()).isEmpty();
  }
}
