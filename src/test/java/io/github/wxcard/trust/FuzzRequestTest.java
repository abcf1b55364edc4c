package io.github.wxcard.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link RequestTarget} under Jazzer. */
final class FuzzRequestTest {
  private static FuzzTarget target;

  @BeforeAll
  static void open() throws IOException {
    target = new RequestTarget();
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
