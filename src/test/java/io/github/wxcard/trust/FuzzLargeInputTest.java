package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs as large as may be: each is taken in seconds, by a process that has little memory. */
@Timeout(600)
final class FuzzLargeInputTest {
  private static final int SIZE = Trial.full() ? 1_000_000 : 200_000;

  /** What the process holds before the first input, with room: a busy machine once needed more. */
  private static final int AT_REST = 24 << 20;

  private static final int MOST = AT_REST + (32 << 20) + 10 * SIZE;

  @ParameterizedTest
  @EnumSource
  void a_large_input_costs_in_proportion(Entrance entrance) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx" + MOST,
                "-cp",
                System.getProperty("java.class.path"),
                LargeInputs.class.getName(),
                entrance.name(),
                Integer.toString(SIZE))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
