package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers and words are the same wherever the person lives: the error stream is read by scripts.
 */
class ForeignLocaleTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR"})
  void numbers_and_names_are_written_alike(String tag) throws Exception {
    Path card = home.resolve("card.json");
    Files.writeString(
        card,
        """
        {"card": {"card_type": "GROUPON", "groupon": {"base_info": {
          "description": "%s", "color": "color010", "date_info": {"begin_timestamp": 1767225600000}
        }}}}"""
            .formatted("x".repeat(3_100)));

    String said = run(Locale.forLanguageTag(tag), "lint", card.toString());

    assertThat(said)
        .contains("card.json:2:")
        .contains("3,100 bytes, at most 3,072 are allowed", "Shorten it by 28 bytes.")
        .contains("Write 1767225600.");
  }

  /** In a process of its own, as a locale holds for all of one. */
  private String run(Locale locale, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
    command.add("-Duser.language=" + locale.getLanguage());
    command.add("-Duser.country=" + locale.getCountry());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
