package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.cli.ServeProcess;
import io.github.wxcard.sign.MessageMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a listener in a process of its own is told to stop. */
@Timeout(60)
final class ListenProcessTest {
  private static final Pattern ADDRESS = Pattern.compile("Listening at (\\S+) ");

  @TempDir Path home;
  private Process process;
  private String url;

  @BeforeEach
  void start() throws IOException {
    List<String> words =
        List.of("event", "listen", "--port", "0", "--secrets-stdin", "--json", "--sandbox");
    process = ServeProcess.program(home, words).start();
    process.outputWriter().write(Callback.SECRETS);
    process.outputWriter().close();
    BufferedReader notes = process.errorReader(StandardCharsets.UTF_8);
    Matcher first = ADDRESS.matcher(notes.readLine());
    assertThat(first.find()).isTrue();
    url = first.group(1);
  }

  @AfterEach
  void end() {
    process.destroyForcibly().onExit().join();
  }

  @ParameterizedTest
  @CsvSource({"TERM, 0", "INT, 130"})
  void a_signal_ends_it_after_what_came_was_printed(String signal, int exitCode) throws Exception {
    assertThat(Callback.send(url, Callback.push(MessageMode.SAFE, "4711")).body())
        .isEqualTo("success");
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).contains("\"UserCardCode\":\"4711\"");

    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
    assertThat(out.lines()).isEmpty();
  }

  @Test
  void a_reader_that_has_gone_ends_it() throws Exception {
    process.getInputStream().close();

    assertThat(Callback.send(url, Callback.push(MessageMode.SAFE, "1")).statusCode())
        .isEqualTo(503);

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
