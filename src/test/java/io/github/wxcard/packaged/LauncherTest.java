package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own decisions, with a Maven and a JDK that only note how they were called. */
class LauncherTest {
  @TempDir Path temp;
  private Path project;
  private Path bin;
  private Path jdk;
  private Path builds;

  @BeforeEach
  void layOutACheckout() throws IOException {
    project = Files.createDirectories(temp.resolve("我的 项目"));
    bin = Files.createDirectories(temp.resolve("bin"));
    jdk = temp.resolve("jdk");
    builds = temp.resolve("builds");
    Files.createDirectories(project.resolve("src/main/java"));
    Files.writeString(project.resolve("src/main/java/Main.java"), "class Main {}");
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.createDirectories(project.resolve("scripts"));
    for (String script : List.of("wxcard", "build")) {
      Files.copy(Script.PROJECT.resolve("scripts/" + script), project.resolve("scripts/" + script));
    }
    executable(project.resolve("scripts/archive-classes"), "exit 0\n");
    fakeJdk("17.0.15");
    executable(
        bin.resolve("mvn"),
        """
        for word; do
          case $word in -Dprogram.directory=*) program=${word#*=} ;; esac
        done
        echo build >>'%s'
        echo jar >"$program/wxcard.jar"
        """
            .formatted(builds));
  }

  private void fakeJdk(String version) throws IOException {
    executable(jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"\n");
    executable(jdk.resolve("bin/javac"), "exit 0\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nOS_NAME=\"x\"\n");
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Script launcher() {
    return Script.of(project.resolve("scripts/wxcard"))
        .with("HOME", temp.toString())
        .with("XDG_CACHE_HOME", temp.resolve("cache").toString())
        .with("JAVA_HOME", jdk.toString())
        .with("PATH", bin + ":" + System.getenv("PATH"));
  }

  private long builds() throws IOException {
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
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
  void a_missing_maven_is_one_sentence_and_exit_7() throws IOException {
    Files.delete(bin.resolve("mvn"));
    for (String tool : List.of("find", "mkdir", "rm", "mv", "sleep", "readlink")) {
      executable(bin.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
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
    fakeJdk("11.0.2");
    Run run = launcher().run().exits(7);
    assertThat(run.err()).hasLineCount(1).contains("11.0.2", "17");
  }

  @Test
  void a_build_that_fails_shows_why_and_leaves_the_old_program() throws IOException {
    launcher().run().exits(0);
    executable(bin.resolve("mvn"), "echo 'cannot find symbol'\nexit 1\n");
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
  void a_class_archive_is_used_only_when_it_is_newer_than_the_program() throws IOException {
    launcher().run().exits(0);
    Path program = project.toRealPath().resolve("target/wxcard");
    Path archive = Path.of(temp + "/cache/wxcard/17.0.15" + program + "/classes.jsa");
    Files.createDirectories(archive.getParent());
    Files.writeString(archive, "x");
    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(launcher().run().exits(0).out()).contains("-XX:SharedArchiveFile=" + archive);
    assertThat(launcher().run("sandbox", "serve").exits(0).out())
        .doesNotContain("SharedArchiveFile");
    Files.move(archive, archive.resolveSibling("serve.jsa"));
    assertThat(launcher().run("sandbox", "serve").exits(0).out()).contains("/serve.jsa");
    assertThat(launcher().run().exits(0).out()).doesNotContain("SharedArchiveFile");
    Files.move(archive.resolveSibling("serve.jsa"), archive.resolveSibling("sandbox.jsa"));
    assertThat(launcher().run("hello", "--sandbox").exits(0).out()).contains("/sandbox.jsa");
    assertThat(launcher().run("sandbox", "status").exits(0).out()).contains("/sandbox.jsa");
    Files.move(archive.resolveSibling("sandbox.jsa"), archive.resolveSibling("offline.jsa"));
    assertThat(launcher().run("sign", "card", "p1").exits(0).out()).contains("/offline.jsa");
    assertThat(launcher().run("--version").exits(0).out()).contains("/offline.jsa");
    assertThat(launcher().run("token").exits(0).out()).doesNotContain("SharedArchiveFile");
    fakeJdk("25.0.1");
    assertThat(launcher().run().exits(0).out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void an_archive_that_cannot_be_made_is_tried_once_a_day() throws IOException {
    Path program = Files.createDirectories(project.resolve("target/wxcard"));
    Path jar = Files.writeString(program.resolve("wxcard.jar"), "jar");
    Path samples = Files.createDirectories(project.resolve("samples"));
    Files.writeString(samples.resolve("groupon.json"), "{}");
    Path tries = temp.resolve("tries");
    // A JVM that says where it listens and leaves no archive.
    executable(
        jdk.resolve("bin/java"), "echo try >>'" + tries + "'; echo '{\"base_url\":\"x\"}'\n");
    Path archive = temp.resolve("cache/classes.jsa");
    Script maker = Script.of(Script.PROJECT.resolve("scripts/archive-classes"));
    String java = jdk.resolve("bin/java").toString();

    maker.run(java, jar.toString(), archive.toString()).exits(0);
    List<String> first = Files.readAllLines(tries);
    maker.run(java, jar.toString(), archive.toString()).exits(0);

    assertThat(archive.resolveSibling("classes.jsa.failed")).exists();
    assertThat(tries).hasContent(String.join("\n", first));
    Instant yesterday = Instant.now().minus(Duration.ofHours(49));
    Files.setLastModifiedTime(jar, FileTime.from(yesterday.minusSeconds(1)));
    Files.setLastModifiedTime(
        archive.resolveSibling("classes.jsa.failed"), FileTime.from(yesterday));
    maker.run(java, jar.toString(), archive.toString()).exits(0);
    assertThat(Files.readAllLines(tries)).hasSizeGreaterThan(first.size());
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
    jdk = temp.resolve("older");
    fakeJdk("11.0.2");
    Files.createSymbolicLink(link, jdk.resolve("bin/java"));
    assertThat(called.run("token").exits(7).err()).contains("11.0.2");
  }

  @Test
  void a_java_that_is_a_script_of_its_own_will_do() throws IOException {
    executable(bin.resolve("java"), "printf 'by %s\\n' \"$0\"\n");
    Script called = launcher().without("JAVA_HOME");
    assertThat(called.run("token").exits(0).out()).contains("by " + bin.resolve("java"));
    assertThat(called.run("token").exits(0).out()).contains("by " + bin.resolve("java"));
  }
}
