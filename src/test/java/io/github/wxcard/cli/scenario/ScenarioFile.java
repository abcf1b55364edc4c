package io.github.wxcard.cli.scenario;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A scenario written by a test, and run in the sandbox. */
record ScenarioFile(Wxcard wx, Path file) {
  /** With these steps, each a JSON object. */
  static ScenarioFile of(Wxcard wx, String... steps) {
    return raw(wx, "{\"name\": \"trial\", \"steps\": [\n" + String.join(",\n", steps) + "\n]}");
  }

  /** With this text. */
  static ScenarioFile raw(Wxcard wx, String text) {
    try {
      return new ScenarioFile(wx, Files.writeString(wx.home().resolve("trial.json"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Run run(String... options) {
    List<String> words = new ArrayList<>(List.of("run", file.toString(), "--sandbox"));
    words.addAll(List.of(options));
    return wx.run(words.toArray(String[]::new));
  }
}
