package io.github.wxcard.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the repository's samples promise. */
final class SamplesTest {
  @ParameterizedTest
  @FieldSource("io.github.wxcard.card.Samples#DEFINITIONS")
  void a_sample_is_strict_json_that_lint_has_nothing_to_say_about(String name) throws IOException {
    JsonDocument sample = Samples.read(name);
    assertThat(DefinitionLinter.check(sample, Samples.NOW)).isEmpty();
    assertThat(Json.read(Files.readAllBytes(Samples.path(name)))).isEqualTo(sample.tree());
  }

  @ParameterizedTest
  @FieldSource("io.github.wxcard.card.Samples#DEFINITIONS")
  void a_sample_never_expires(String name) {
    JsonDocument sample = Samples.read(name);
    assertThat(DefinitionLinter.check(sample, Samples.NOW.plus(Duration.ofDays(36_500)))).isEmpty();
  }

  @Test
  void every_definition_in_the_folder_is_looked_at() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("samples"))) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names)
          .filteredOn(name -> name.endsWith(".json"))
          .containsExactlyInAnyOrderElementsOf(Samples.DEFINITIONS);
    }
  }

  @Test
  void the_walkthroughs_definition_has_nothing_that_stops() {
    JsonDocument step = Samples.read("walkthrough/step-3-create.json");
    assertThat(step.warnings()).isEmpty();
    assertThat(DefinitionLinter.check(step, Samples.NOW)).noneMatch(Diagnostic::isError);
  }

  @Test
  void the_logo_is_a_picture_of_300_by_300_that_may_be_uploaded() throws IOException {
    LogoFile logo = LogoFile.read(Samples.path("logo.png"), "logo.png", Duration.ofSeconds(30));
    var picture = ImageIO.read(new ByteArrayInputStream(logo.bytes()));
    assertThat(picture.getWidth()).isEqualTo(300);
    assertThat(picture.getHeight()).isEqualTo(300);
  }
}
