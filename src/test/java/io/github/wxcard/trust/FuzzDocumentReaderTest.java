package io.github.wxcard.trust;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link DocumentReaderTarget} under Jazzer. */
final class FuzzDocumentReaderTest {
  private final Bounds bounds = new Bounds(new DocumentReaderTarget());

  @FuzzTest(maxDuration = "60s")
  void takes_anything(byte[] input) throws Exception {
    bounds.take(input);
  }
}
