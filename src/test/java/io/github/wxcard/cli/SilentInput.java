package io.github.wxcard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;

/** A standard input into which nobody writes any more, and which does not end either. */
final class SilentInput implements AutoCloseable {
  private final PipedOutputStream writer = new PipedOutputStream();
  private final PipedInputStream reader;

  /**
   * @param beginning what had been written before
   */
  SilentInput(String beginning) throws IOException {
    reader = new PipedInputStream(writer);
    writer.write(beginning.getBytes(StandardCharsets.UTF_8));
  }

  InputStream stream() {
    return reader;
  }

  /** Whoever still reads finds the end. */
  @Override
  public void close() throws IOException {
    writer.close();
  }
}
