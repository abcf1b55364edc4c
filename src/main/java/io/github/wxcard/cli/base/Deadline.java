package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** When something that goes on by itself must end, because {@code --timeout} says so. */
public final class Deadline {
  /** Too short for another request. */
  private static final Duration SHORT = Duration.ofMillis(100);

  private final Clock clock;
  private final BiConsumer<Duration, String> rest;
  private final Optional<Duration> limit;
  private final Instant end;

  /**
   * @param rest lets time pass, and tells what is interrupted when somebody ends that
   * @param limit how long it was from the beginning; empty for ever
   * @param end when that is over
   */
  Deadline(Clock clock, BiConsumer<Duration, String> rest, Optional<Duration> limit, Instant end) {
    this.clock = clock;
    this.rest = rest;
    this.limit = limit;
    this.end = end;
  }

  /** What is left; empty when there is no end. */
  public Optional<Duration> left() {
    return limit.map(time -> Duration.between(clock.instant(), end));
  }

  /**
   * The wait between two looks; a {@link Failure} when the end comes first.
   *
   * @param doing what ends, as in {@code "following the journal"}
   */
  public void pause(Duration time, String doing) {
    Optional<Duration> left = left().filter(soon -> soon.compareTo(time) <= 0);
    Duration length = left.orElse(time);
    rest.accept(length.isNegative() ? Duration.ZERO : length, doing);
    if (left.isPresent()) {
      throw over(doing);
    }
  }

  /** One look of many; when the end comes amid it, that is told and not what became of the look. */
  public <T> T look(Supplier<T> look, String doing) {
    try {
      return look.get();
    } catch (Failure failure) {
      throw isOver() && failure.kind() == FailureKind.NETWORK ? over(doing) : failure;
    }
  }

  /** Whether the end has come, or is so near that nothing can be done before it. */
  public boolean isOver() {
    return left().filter(soon -> soon.compareTo(SHORT) < 0).isPresent();
  }

  /** That the end has come. */
  public Failure over(String doing) {
    return Failure.of(
            FailureKind.NETWORK,
            "stopped "
                + doing
                + limit.map(time -> " after " + Timeouts.words(time)).orElse("")
                + ", as --timeout says",
            "Give --timeout a longer time, or leave it out for no limit.")
        .causedBy(new TimeoutException());
  }

  /** Whether that is what a failure tells. */
  public static boolean isOver(Failure failure) {
    return failure.getCause() instanceof TimeoutException;
  }
}
