package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run sends nothing, whatever the command. */
final class DryRunTest {
  @TempDir Path folder;

  @Test
  void no_command_sends_anything() throws IOException {
    try (Host host = new Host()) {
      host.answerWell();
      Home home = new Home(folder, host.base());
      for (String line : Call.all().stream().map(Call::line).toList()) {
        Run run = home.run(Markers.SECRET + "\n", home.words(line, List.of("--dry-run")));

        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(host.requests()).as("requests of %s", run).isZero();
      }
    }
  }
}
