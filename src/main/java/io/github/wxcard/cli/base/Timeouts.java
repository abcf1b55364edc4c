package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.TimeLimiter;
import io.github.wxcard.output.Console;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/** How long one command may take. */
public final class Timeouts {
  private static final Duration USUAL = Duration.ofSeconds(30);

  /** For what waits by nature: each request has the usual time. */
  public static final Timeouts PER_REQUEST = new Timeouts(Optional.empty(), false, false);

  private final Optional<Duration> given;
  private final boolean whole;
  private final boolean hurried;
  private Instant end;

  private Timeouts(Optional<Duration> given, boolean whole, boolean hurried) {
    this.given = given;
    this.whole = whole;
    this.hurried = hurried;
  }

  /**
   * That of a command.
   *
   * @param given what {@code --timeout} says; null when it says nothing
   * @param typed whether a person types standard input, who is not hurried by default
   */
  public static Timeouts of(Subcommand command, Duration given, boolean typed) {
    boolean whole = !command.waits() || (given != null && command.endsAtTimeout());
    boolean hurried = given != null || (whole && !typed);
    return new Timeouts(Optional.ofNullable(given), whole, hurried && !command.readsOn());
  }

  /** That of what happens beside a command: each request has its time. */
  Timeouts beside() {
    return new Timeouts(given, false, false);
  }

  /** What {@code --timeout} says, or the usual 30 seconds: for the command, or each request. */
  Duration time() {
    return given.orElse(USUAL);
  }

  /** How long standard input may keep the command waiting; empty for ever. */
  public Optional<Duration> input() {
    return hurried ? Optional.of(time()) : Optional.empty();
  }

  /** The same streams, with that limit for standard input. */
  Console limited(Console streams) {
    return input()
        .map(limit -> streams.readingThrough(in -> new TimedInput(in, limit)))
        .orElse(streams);
  }

  /** When the whole command must be over, its requests and its waits; empty when only those end. */
  Optional<Instant> end(Clock clock) {
    if (whole && end == null) {
      end = clock.instant().plus(time());
    }
    return Optional.ofNullable(end);
  }

  /**
   * When a wait that begins now must end: never, unless a time limit is given.
   *
   * @param rest lets time pass, and tells what is interrupted when somebody ends that
   */
  Deadline deadline(Clock clock, BiConsumer<Duration, String> rest) {
    Instant until =
        given
            .map(time -> end(clock).orElseGet(() -> clock.instant().plus(time)))
            .orElse(Instant.MAX);
    return new Deadline(clock, rest, given, until);
  }

  /** A time as people read it: whole seconds, or milliseconds. */
  public static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /**
   * Standard input that keeps nobody waiting for longer than it may, counted from the first read.
   */
  private static final class TimedInput extends InputStream {
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
}
