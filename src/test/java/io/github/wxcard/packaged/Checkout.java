package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The launcher in a checkout with a Maven and a JDK that only note how they were called. */
final class Checkout {
  private final Path temp;
  private final Path project;

  /** Lays it out below a folder of the test's. */
  Checkout(Path temp) throws IOException {
    this.temp = temp;
    project = Files.createDirectories(temp.resolve("我的 项目"));
    Files.createDirectories(project.resolve("src/build"));
    Files.createDirectories(project.resolve("src/main/java"));
    Files.writeString(project.resolve("src/main/java/Main.java"), "class Main {}");
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.createDirectories(project.resolve("scripts"));
    for (String script : List.of("wxcard", "build", "java-properties")) {
      Files.copy(Script.PROJECT.resolve("scripts/" + script), project.resolve("scripts/" + script));
    }
    // It is started in the background, when the test's own folder may be gone.
    executable(project.resolve("scripts/archive-classes"), "exit 0\n");
    javaIs("17.0.15");
    executable(
        bin().resolve("mvn"),
        """
        for word; do
          case $word in -Dprogram.directory=*) program=${word#*=} ;; esac
        done
        echo "build ${JAVA_TOOL_OPTIONS-}${JDK_JAVA_OPTIONS+ JDK}${_JAVA_OPTIONS+ JAVA}" >>'%s'
        echo jar >"$program/wxcard.jar"
        """
            .formatted(temp.resolve("builds")));
  }

  Path project() {
    return project;
  }

  /** A folder at the head of the PATH. */
  Path bin() {
    return temp.resolve("bin");
  }

  Path jdk() {
    return temp.resolve("jdk");
  }

  /** The builds so far, each with the options that Maven's JVM would find. */
  List<String> buildLog() throws IOException {
    Path log = temp.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  long builds() throws IOException {
    return buildLog().size();
  }

  void javaIs(String version) throws IOException {
    jdk(jdk(), version);
  }

  /** A JDK whose java prints its arguments, a line each. */
  static void jdk(Path place, String version) throws IOException {
    executable(place.resolve("bin/java"), "printf '%s\\n' \"$@\"\n");
    executable(place.resolve("bin/javac"), "exit 0\n");
    Files.writeString(
        place.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nOS_NAME=\"x\"\n");
  }

  static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  Script launcher() {
    return Script.of(project.resolve("scripts/wxcard"))
        .with("HOME", temp.toString())
        .with("XDG_CACHE_HOME", temp.resolve("cache").toString())
        .with("JAVA_HOME", jdk().toString())
        .with("PATH", bin() + ":" + System.getenv("PATH"));
  }
}
