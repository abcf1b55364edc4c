package io.github.wxcard.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link EventXmlTarget} under Jazzer. */
final class FuzzEventXmlTest {
  private final Bounds bounds = new Bounds(new EventXmlTarget());

  @FuzzTest(maxDuration = "60s")
  void takes_anything(byte[] input) throws Exception {
    bounds.take(input);
  }
}
