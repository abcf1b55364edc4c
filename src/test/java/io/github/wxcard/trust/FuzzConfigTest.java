package io.github.wxcard.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link ConfigTarget} under Jazzer. */
final class FuzzConfigTest {
  private static FuzzTarget target;

  @BeforeAll
  static void open() throws IOException {
    target = new ConfigTarget();
  }

  @AfterAll
  static void close() throws IOException {
    target.close();
  }

  @FuzzTest(maxDuration = "60s")
  void takes_anything(byte[] input) throws Exception {
    new Bounds(target).take(input);
  }
}
