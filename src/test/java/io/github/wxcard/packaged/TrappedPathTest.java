package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At a terminal no program of the PATH is run that happens to have a name the system uses. */
class TrappedPathTest {
  private static final List<String> TRAPS =
      List.of("test", "[", "infocmp", "stty", "tty", "tput", "toe", "sh", "bash", "id", "uname");

  @TempDir Path home;
  private Path ran;

  @BeforeEach
  void setTraps() throws IOException {
    Script.wxcard(home).run("--version").exits(0);
    ran = home.resolve("ran");
    for (String name : TRAPS) {
      Checkout.executable(
          home.resolve("bin").resolve(name), "echo " + name + " \"$@\" >>'" + ran + "'\nexit 0\n");
    }
  }

  /** Runs the program at a terminal of its own, types once it says something, and waits for it. */
  private String converse(String term, String until, String typed, String... words)
      throws Exception {
    try (JniNativePty pty =
        (JniNativePty) new JniTerminalProvider().open(new Attributes(), Size.of(80, 24))) {
      File terminal = new File(pty.getName());
      ProcessBuilder builder = new ProcessBuilder(Script.WXCARD.toString());
      builder.command().addAll(List.of(words));
      builder.redirectInput(terminal).redirectOutput(terminal).redirectError(terminal);
      Map<String, String> variables = builder.environment();
      variables.put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
      variables.put("HOME", home.toString());
      variables.put("TERM", term);
      variables.put("JAVA_HOME", System.getProperty("java.home"));
      variables.put("XDG_CACHE_HOME", Script.PROJECT.resolve("target/checked/cache").toString());
      Screen screen = new Screen(pty.getMasterInput());
      Process process = builder.start();
      screen.waitFor(until);
      pty.getMasterOutput().write(typed.getBytes(StandardCharsets.UTF_8));
      pty.getMasterOutput().flush();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      pty.getSlaveOutput().write("\nthat was all\n".getBytes(StandardCharsets.UTF_8));
      return screen.waitFor("that was all");
    }
  }

  /** What a terminal has shown so far. */
  private static final class Screen {
    private final StringBuilder shown = new StringBuilder();

    Screen(InputStream output) {
      Thread reader = new Thread(() -> read(output));
      reader.setDaemon(true);
      reader.start();
    }

    private void read(InputStream output) {
      byte[] some = new byte[4096];
      try {
        for (int length = output.read(some); length >= 0; length = output.read(some)) {
          add(new String(some, 0, length, StandardCharsets.UTF_8));
        }
      } catch (IOException closed) {
        add("");
      }
    }

    private synchronized void add(String text) {
      shown.append(text);
      notifyAll();
    }

    synchronized String waitFor(String text) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (shown.indexOf(text) < 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        assertThat(left).as("waiting for %s in %s", text, shown).isPositive();
        wait(left);
      }
      return shown.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"screen", "xterm-256color", "tmux-256color", "xterm-kitty", "linux", ""})
  void a_repl_runs_nothing_that_nobody_asked_for(String term) throws Exception {
    String seen = converse(term, "sandbox", "explain 40056\rexit\r", "repl", "--sandbox");
    assertThat(seen).contains("Tab completes", "invalid serial code");
    assertThat(ran).doesNotExist();
  }

  @Test
  void a_hidden_secret_and_a_tables_width_ask_the_systems_own_stty() throws Exception {
    String seen =
        converse("xterm", "The secret", "sesame\n", "login", "--app-id=wx1", "--no-check");
    assertThat(seen).contains("profile default");
    converse("xterm", "Color010", "", "card", "colors", "--sandbox");
    assertThat(ran).doesNotExist();
  }
}
