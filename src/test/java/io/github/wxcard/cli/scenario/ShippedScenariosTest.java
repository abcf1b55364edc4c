package io.github.wxcard.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import io.github.wxcard.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios in samples, the walkthrough's own file, and the schema of both. */
final class ShippedScenariosTest {
  private static final Path SAMPLES = Path.of("samples").toAbsolutePath();

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve("scenarios"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_runs_as_it_is_from_any_folder_and_again(Path sample) throws IOException {
    assertThat(Json.read(Files.readAllBytes(sample)).path("description").asText()).isNotEmpty();
    wx.in(home);
    for (int i = 0; i < 2; i++) {
      Run run = wx.run("run", sample.toString(), "--sandbox", "--json").exits(0);
      assertThat(run.json().path("steps"))
          .hasSizeGreaterThan(5)
          .noneMatch(step -> step.has("skipped"));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_can_be_looked_at_without_running_it(Path sample) {
    assertThat(wx.run("run", sample.toString(), "--list").exits(0).out()).contains("1 create");
  }

  @Test
  void the_walkthroughs_own_file_is_a_scenario_and_runs() throws IOException {
    Path file = home.resolve("hello.json");
    try (InputStream in = Scenario.class.getResourceAsStream("hello.json")) {
      Files.copy(in, file);
    }
    Run run =
        wx.run(
                "run",
                file.toString(),
                "--sandbox",
                "--json",
                "--set=logo=samples/logo.png",
                "--set=card=samples/walkthrough/step-3-create.json")
            .exits(0);

    assertThat(run.json().path("steps").findValuesAsText("name"))
        .containsExactly(
            "token", "upload-logo", "create", "qrcode", "show", "whitelist", "scan", "consume");
    assertThat(Scenario.walkthrough().steps()).hasSize(7);
  }

  @Test
  void the_examples_of_the_help_run() {
    List<Run> runs = HelpExamples.run(wx, "run", Map.of());

    assertThat(runs).hasSize(3).allMatch(run -> run.exits(0).exitCode() == 0);
    assertThat(home.resolve("first.xml")).isRegularFile();
  }

  @Test
  void the_schema_is_printed_and_knows_what_a_file_may_hold() {
    JsonNode schema = wx.run("run", "--schema", "--json").exits(0).json();

    assertThat(schema.at("/properties").fieldNames())
        .toIterable()
        .containsExactly("$schema", "name", "description", "inputs", "steps");
    assertThat(schema.at("/$defs/step/properties").fieldNames())
        .toIterable()
        .containsExactly(
            "name", "description", "run", "stdin", "expect", "capture", "when", "always");
    assertThat(wx.run("run", "--schema").exits(0).out()).startsWith("{\n  \"$schema\"");
  }
}
