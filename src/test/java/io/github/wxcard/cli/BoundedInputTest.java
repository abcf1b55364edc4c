package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pipe that never ends fills no memory: every command refuses more than it has use for. */
class BoundedInputTest {
  private static final int MOST = 1 << 20;

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create - --sandbox",
        "run - --sandbox",
        "api POST /card/get --body - --sandbox",
        "explain -",
        "link parse -",
        "event decrypt - --sandbox",
        "sign card p1 --app-id wx1 --ticket-stdin",
        "sign choose --app-id wx1 --ticket-stdin",
        "sign callback --token-stdin --timestamp 1 --nonce n"
      })
  void too_much_on_standard_input_is_bad_input(String line) {
    Run run = new Wxcard(home).typing("1".repeat(MOST + 1)).run(line.split(" ")).exits(3);

    assertThat(run.err()).contains("standard input is over 1,048,576 bytes");
  }
}
