package io.github.wxcard.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link DecryptionTarget} under Jazzer. */
final class FuzzDecryptionTest {
  private final Bounds bounds = new Bounds(new DecryptionTarget());

  @FuzzTest(maxDuration = "60s")
  void takes_anything(byte[] input) throws Exception {
    bounds.take(input);
  }
}
