package io.github.wxcard.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link TerminalTarget} under Jazzer. */
final class FuzzTerminalTest {
  private final Bounds bounds = new Bounds(new TerminalTarget());

  @FuzzTest(maxDuration = "60s")
  void takes_anything(byte[] input) throws Exception {
    bounds.take(input);
  }
}
