package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.TimeLimiter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Standard input that keeps nobody waiting for longer than it may, counted from the first read. */
final class TimedInput extends InputStream {
  private final InputStream source;
  private final Duration limit;
  private long begun;

  TimedInput(InputStream source, Duration limit) {
    this.source = source;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    begun = begun == 0 ? System.nanoTime() : begun;
    if (source.available() > 0) {
      return source.read(into, offset, length);
    }
    // Into bytes of its own, as a read that comes too late is still under way.
    byte[] bytes = new byte[length];
    int count = awaited(bytes);
    System.arraycopy(bytes, 0, into, offset, Math.max(0, count));
    return count;
  }

  private int awaited(byte[] bytes) throws IOException {
    try {
      Duration left = limit.minusNanos(System.nanoTime() - begun);
      return TimeLimiter.callWithTimeout(() -> source.read(bytes, 0, bytes.length), left);
    } catch (TimeoutException e) {
      throw Failure.of(
              FailureKind.NETWORK,
              "standard input did not end within " + Timeouts.words(limit),
              "Look at what writes into it, or allow it more time with --timeout.")
          .causedBy(e);
    }
  }
}
