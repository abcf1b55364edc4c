package io.github.wxcard.cli.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault at a time in a definition that has none. */
final class PlantedFaultsTest {
  @TempDir Path home;

  @ParameterizedTest
  @MethodSource("io.github.wxcard.cli.definition.Broken#all")
  void lint_finds_the_fault_and_nothing_else(Broken broken) {
    String file = broken.in(home).toString();
    int exit = broken.level().equals("error") ? 3 : 0;
    JsonNode found = new Wxcard(home).run("lint", "--json", file).exits(exit).json().at("/files/0");
    assertThat(found.path("findings"))
        .extracting(
            finding -> finding.path("rule").textValue(),
            finding -> finding.path("level").textValue(),
            finding -> finding.path("pointer").textValue(),
            finding -> finding.path("line").intValue())
        .containsExactly(tuple(broken.rule(), broken.level(), broken.pointer(), broken.line()));
    assertThat(found.path("ok").booleanValue()).isEqualTo(exit == 0);
  }

  @ParameterizedTest
  @MethodSource("io.github.wxcard.cli.definition.Broken#all")
  void the_sandbox_judges_alike(Broken broken) {
    String file = broken.in(home).toString();
    Run run = new Wxcard(home).run("create", file, "--no-lint", "--sandbox", "--json");
    if (broken.refused()) {
      assertThat(run.exits(5).error().path("errcode").asText()).isEqualTo(broken.sandbox());
    } else {
      run.exits(broken.sandbox().startsWith("accepted: ") ? 0 : 3);
    }
  }

  @Test
  void there_are_enough_of_them() throws IOException {
    assertThat(Broken.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Broken.all().map(Broken::fault)).doesNotHaveDuplicates();
    assertThat(Broken.all().filter(Broken::refused)).hasSizeGreaterThan(45);
  }
}
