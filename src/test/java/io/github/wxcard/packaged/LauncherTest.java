package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxcard.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own decisions, with a Maven and a JDK that only note how they were called. */
class LauncherTest {
  @TempDir Path temp;
  private Checkout checkout;
  private Path project;
  private Path bin;
  private Path jdk;

  @BeforeEach
  void layOutACheckout() throws IOException {
    checkout = new Checkout(temp);
    project = checkout.project();
    bin = checkout.bin();
    jdk = checkout.jdk();
  }

  /** Where no archive can be made: its maker goes on beside a start, and beyond the test. */
  private Script launcher() {
    return checkout.launcher().with("XDG_CACHE_HOME", "/dev/null/cache");
  }

  private long builds() throws IOException {
    return checkout.builds();
  }

  @Test
  void the_first_start_builds_and_says_so_in_one_line() throws IOException {
    Run run = launcher().run("token", "--json").exits(0);
    assertThat(run.err()).hasLineCount(1).contains("building");
    assertThat(run.out()).endsWith("wxcard.jar\ntoken\n--json\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void later_starts_are_silent_until_a_source_changes() throws IOException {
    launcher().run().exits(0);
    assertThat(launcher().run().exits(0).err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
    Path source = project.resolve("src/main/java/Main.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(launcher().run().exits(0).err()).contains("newer");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void starts_at_the_same_time_build_once() throws Exception {
    Process first = launcher().start("a");
    Process second = launcher().start("b");
    launcher().finish(first, "a").exits(0);
    launcher().finish(second, "b").exits(0);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_build_lock_whose_owner_died_stops_nobody() throws IOException {
    Path lock = Files.createDirectories(project.resolve("target/.building"));
    Files.writeString(lock.resolve("pid"), "999999999\n");
    launcher().run().exits(0);
    assertThat(lock).doesNotExist();
  }

  @Test
  void arguments_arrive_whole() {
    Run run = launcher().run("consume", "a b", "", "微信 \"卡券\"", "$HOME", "*").exits(0);
    assertThat(run.out()).endsWith("consume\na b\n\n微信 \"卡券\"\n$HOME\n*\n");
  }

  @Test
  void a_symbolic_link_from_another_folder_finds_the_checkout() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("wx"), project.resolve("scripts/wxcard"));
    Path second = Files.createSymbolicLink(bin.resolve("wxcard"), link);
    Run run =
        Script.of(second)
            .with("JAVA_HOME", jdk.toString())
            .with("HOME", temp.toString())
            .with("PATH", bin + ":" + System.getenv("PATH"))
            .from(temp)
            .run("token")
            .exits(0);
    assertThat(run.out()).contains(project.resolve("target/wxcard/wxcard.jar").toString());
  }

  @Test
  void a_copy_says_that_it_wants_to_be_a_link() throws IOException {
    // Beside a project of somebody else's, which is not to be built.
    Path elsewhere = Files.createDirectories(temp.resolve("some one/bin"));
    Files.writeString(temp.resolve("some one/pom.xml"), "<project/>");
    Path copy = Files.copy(project.resolve("scripts/wxcard"), elsewhere.resolve("wxcard"));
    Script called = Script.of(copy).with("JAVA_HOME", jdk.toString());
    Run run =
        called.with("HOME", temp.toString()).with("PATH", bin + ":/usr/bin:/bin").run("token");
    assertThat(run.exits(7).err())
        .hasLineCount(1)
        .contains(copy + " is a copy", "ln -sf CHECKOUT/scripts/wxcard '" + copy + "'");
    assertThat(builds()).isZero();
  }

  @Test
  void on_a_terminal_a_build_tells_how_it_goes_in_a_line_that_is_taken_away() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no `script`");
    Checkout.executable(
        bin.resolve("mvn"),
        """
        for word; do
          case $word in -Dprogram.directory=*) program=${word#*=} ;; esac
        done
        echo '[INFO] --- maven-compiler-plugin:3.14.0:compile (default-compile) @ wxcard ---'
        tries=0
        until grep -q compiling '%s' || [ $tries = 600 ]; do sleep 0.1; tries=$((tries + 1)); done
        echo jar >"$program/wxcard.jar"
        """
            .formatted(temp.resolve("seen")));
    Script terminal =
        Script.of(Path.of("/usr/bin/script"))
            .with("XDG_CACHE_HOME", "/dev/null/cache")
            .with("HOME", temp.toString())
            .with("TERM", "xterm")
            .with("JAVA_HOME", jdk.toString())
            .with("PATH", bin + ":" + System.getenv("PATH"));
    String line = "'" + project.resolve("scripts/wxcard") + "' token";
    Run run = terminal.run("-qfec", line, temp.resolve("seen").toString()).exits(0);
    assertThat(run.out())
        .startsWith("\r\u001b[Kwxcard: building for the first time: ")
        .contains("building for the first time: compiling, ")
        .containsPattern("\\.\\.\\.\r\u001b\\[K-XX")
        .endsWith("wxcard.jar\r\ntoken\r\n");
  }

  @Test
  void whoever_waits_for_another_build_is_told_so() throws IOException {
    Path lock = Files.createDirectories(project.resolve("target/.building"));
    Files.writeString(lock.resolve("pid"), ProcessHandle.current().pid() + "\n");
    Process waiting = launcher().start("token");
    String told = waiting.errorReader(StandardCharsets.UTF_8).readLine();
    Files.delete(lock.resolve("pid"));
    Files.delete(lock);
    launcher().finish(waiting, "token").exits(0);
    assertThat(told).isEqualTo("wxcard: waiting for another process that builds it ...");
  }

  @Test
  void a_missing_maven_is_one_sentence_and_exit_7() throws IOException {
    Files.delete(bin.resolve("mvn"));
    for (String tool : List.of("find", "mkdir", "rm", "mv", "sleep", "readlink")) {
      Checkout.executable(bin.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
    }
    Run run = launcher().with("PATH", bin.toString()).run("token").exits(7);
    assertThat(run.err()).hasLineCount(1).contains("Maven 3.8");
  }

  @Test
  void a_missing_jdk_is_one_sentence_and_exit_7() {
    Run run = launcher().with("JAVA_HOME", temp.resolve("nothing").toString()).run().exits(7);
    assertThat(run.err()).hasLineCount(1).contains("JAVA_HOME", "17");
  }

  @Test
  void an_old_jdk_is_one_sentence_and_exit_7() throws IOException {
    checkout.javaIs("11.0.2");
    Run run = launcher().run().exits(7);
    assertThat(run.err()).hasLineCount(1).contains("11.0.2", "17");
  }

  @Test
  void a_build_that_fails_shows_why_and_leaves_the_old_program() throws IOException {
    launcher().run().exits(0);
    Checkout.executable(bin.resolve("mvn"), "echo 'cannot find symbol'\nexit 1\n");
    Path source = project.resolve("src/main/java/Main.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    Run run = launcher().run().exits(7);
    assertThat(run.err()).contains("cannot find symbol", "build.log");
    assertThat(project.resolve("target/wxcard/wxcard.jar")).exists();
  }

  @Test
  void short_commands_start_fast_and_long_ones_get_the_full_compiler() {
    assertThat(launcher().run("token").exits(0).out()).contains("TieredStopAtLevel=1");
    assertThat(launcher().run("consume", "--from", "codes").exits(0).out())
        .contains("TieredStopAtLevel=1", "-Xmn16m");
    assertThat(launcher().run("sandbox", "serve").exits(0).out())
        .doesNotContain("TieredStopAtLevel");
    assertThat(launcher().run("repl").exits(0).out()).doesNotContain("TieredStopAtLevel");
  }

  @Test
  void large_pages_are_asked_for_where_they_come_on_demand() throws IOException {
    Path state = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    boolean onDemand = Files.isReadable(state) && Files.readString(state).contains("[madvise]");
    assertThat(launcher().run("token").exits(0).out().contains("-XX:+UseTransparentHugePages"))
        .isEqualTo(onDemand);
  }

  @Test
  void it_may_be_called_by_any_path() {
    for (Path call : List.of(Path.of("scripts/wxcard"), Path.of("./scripts/../scripts/wxcard"))) {
      Script called = Script.of(call).with("JAVA_HOME", jdk.toString()).from(project);
      called.with("HOME", temp.toString()).with("PATH", bin + ":" + System.getenv("PATH"));
      assertThat(called.run("token").exits(0).out())
          .contains(project + "/target/wxcard/wxcard.jar");
    }
  }

  @Test
  void another_jdk_behind_the_same_link_is_noticed() throws IOException {
    Path link = Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
    Script called = launcher().without("JAVA_HOME");
    called.run("token").exits(0);
    Path remembered = project.resolve("target/wxcard/.jdk");
    assertThat(remembered).content().contains(link.toString(), jdk.toString(), "17.0.15");
    Files.delete(link);
    Path older = temp.resolve("older");
    Checkout.jdk(older, "11.0.2");
    Files.createSymbolicLink(link, older.resolve("bin/java"));
    assertThat(called.run("token").exits(7).err()).contains("11.0.2");
  }

  @Test
  void a_java_that_is_a_script_of_its_own_will_do() throws IOException {
    Checkout.executable(bin.resolve("java"), "printf 'by %s\\n' \"$0\"\n");
    Script called = launcher().without("JAVA_HOME");
    assertThat(called.run("token").exits(0).out()).contains("by " + bin.resolve("java"));
    assertThat(called.run("token").exits(0).out()).contains("by " + bin.resolve("java"));
  }
}
