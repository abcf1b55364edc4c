package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's licence, and those of what is distributed with it. */
class LicencesTest {
  private static final Path PROGRAM = Script.PROJECT.resolve("target/wxcard");

  @BeforeAll
  static void build(@TempDir Path home) {
    Script.wxcard(home).run("--version").exits(0);
  }

  private static String entry(String name) throws IOException {
    try (JarFile jar = new JarFile(PROGRAM.resolve("wxcard.jar").toFile())) {
      return new String(
          jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void the_jar_holds_the_licence() throws IOException {
    assertThat(entry("META-INF/LICENSE"))
        .isEqualTo(Files.readString(Script.PROJECT.resolve("LICENSE")));
  }

  @Test
  void the_notice_names_every_part_of_the_distribution() throws IOException {
    String notice = entry("META-INF/NOTICE");
    assertThat(notice).contains("picocli");
    try (Stream<Path> parts = Files.list(PROGRAM.resolve("lib"))) {
      List<String> names =
          parts
              .map(part -> part.getFileName().toString().replaceFirst("-\\d.*", ""))
              .filter(name -> !notice.matches("(?s).*[ \\n]" + name + "[ ,\\n].*"))
              .toList();
      assertThat(names).as("parts that the notice does not name").isEmpty();
    }
  }
}
