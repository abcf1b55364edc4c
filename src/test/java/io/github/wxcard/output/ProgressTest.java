package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.config.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  @TempDir Path home;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Progress progress(Surroundings time, boolean terminal, int width) {
    return progress(time, terminal, () -> width);
  }

  private Progress progress(Surroundings time, boolean terminal, IntSupplier width) {
    TerminalInfo info = new TerminalInfo(false, false, terminal, width, ColorChoice.AUTO);
    Console console =
        new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, info);
    return new Progress(console, time, 1_000);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_terminal_shows_one_line_that_takes_its_own_place() {
    Surroundings time = new Surroundings(home);
    Progress progress = progress(time, true, 80);
    time.advance(Duration.ofSeconds(10));
    progress.at(500, 300, 2);
    time.advance(Duration.ofMillis(50));
    progress.at(501, 300, 2);
    progress.clear();

    assertThat(shown())
        .isEqualTo(
            "\r\u001b[K[############............] 500/1000  20/s  0:25 left  2 failed\r\u001b[K");
  }

  @Test
  void a_narrow_terminal_gets_a_line_that_does_not_wrap() {
    Progress progress = progress(new Surroundings(home), true, 20);
    progress.at(1, 0, 0);
    assertThat(shown()).isEqualTo("\r\u001b[K[..................");
  }

  @Test
  void a_terminal_that_becomes_narrower_keeps_no_row_of_the_wider_line() {
    Surroundings time = new Surroundings(home);
    int[] width = {80};
    Progress progress = progress(time, true, () -> width[0]);
    progress.at(500, 0, 0);
    int wide = shown().length() - "\r\u001b[K".length();
    assertThat(wide).isGreaterThan(40).isLessThan(60);
    err.reset();
    width[0] = 20;
    time.advance(Duration.ofSeconds(1));
    progress.at(500, 0, 0);
    assertThat(shown()).isEqualTo("\r\u001b[K\u001b[A\u001b[K\u001b[A\u001b[K[############......");
    err.reset();
    width[0] = 10;
    progress.clear();
    assertThat(shown()).isEqualTo("\r\u001b[K\u001b[A\u001b[K");
  }

  @Test
  void nothing_is_shown_elsewhere() {
    Progress progress = progress(new Surroundings(home), false, 80);
    progress.at(1, 0, 0);
    progress.clear();
    assertThat(shown()).isEmpty();
  }
}
