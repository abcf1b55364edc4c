package io.github.wxcard.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link LenientJsonTarget} under Jazzer. */
final class FuzzLenientJsonTest {
  private final Bounds bounds = new Bounds(new LenientJsonTarget());

  @FuzzTest(maxDuration = "60s")
  void takes_anything(byte[] input) throws Exception {
    bounds.take(input);
  }
}
