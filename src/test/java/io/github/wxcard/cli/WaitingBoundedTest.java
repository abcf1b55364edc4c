package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.config.LockedFile;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could keep a command waiting for ever, and must not. */
@Timeout(60)
class WaitingBoundedTest {
  @TempDir Path home;
  private Wxcard wx;
  private Path pipe;

  @BeforeEach
  void makePipe() throws Exception {
    wx = new Wxcard(home).in(home).with("WXCARD_PROFILE", "sandbox");
    pipe = home.resolve("fifo");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create fifo",
        "run fifo",
        "upload-logo fifo",
        "create fifo --logo fifo",
        "api POST /card/get --body fifo",
        "hello --card fifo"
      })
  void a_pipe_that_nobody_writes_to_is_waited_for_as_long_as_allowed(String line) {
    Run run = wx.run((line + " --timeout 300ms").split(" ")).exits(6);

    assertThat(run.err()).contains("fifo is no regular file", "--timeout");
  }

  @Test
  void lint_says_so_and_looks_at_the_other_files() {
    Run run = wx.run("lint", "fifo", "none", "--timeout", "300ms").exits(3);

    assertThat(run.out()).contains("fifo is no regular file", "none does not exist");
  }

  @Test
  void a_pipe_that_somebody_writes_to_is_read() throws Exception {
    Wxcard.Running lint = wx.start("lint", "fifo");
    try (OutputStream writer = Files.newOutputStream(pipe)) {
      Files.copy(Path.of("samples/groupon.json").toAbsolutePath(), writer);
    }

    assertThat(lint.join().exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile list", "token"})
  void a_pipe_in_place_of_the_config_file_is_refused(String line) {
    Run run = new Wxcard(home).in(home).run((line + " --config fifo").split(" ")).exits(7);

    assertThat(run.err()).contains("it is no regular file");
  }

  @Test
  void a_pipe_in_place_of_the_lock_keeps_nobody_waiting() throws Exception {
    wx.run("token").exits(0);
    Path lock = wx.config().resolveSibling("config.json.lock");
    Files.delete(lock);
    new ProcessBuilder("mkfifo", "-m", "600", lock.toString()).start().waitFor();

    wx.run("token", "--refresh").exits(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"token --refresh", "profile use sandbox", "whitelist --add --username u"})
  void a_lock_that_another_process_keeps_is_waited_for_as_long_as_allowed(String line)
      throws Exception {
    wx.run("token").exits(0);
    try (LockedFile held = new LockedFile(wx.config().resolveSibling("config.json.lock"))) {
      assertThat(held.isHeld()).isTrue();
      long start = System.nanoTime();

      Run run = wx.run((line + " --timeout 500ms").split(" ")).exits(6);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(run.err()).contains("--timeout");
    }
  }
}
