package io.github.wxcard.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a client behaves.
 *
 * @param callLimit the longest one request may take
 * @param deadline when the whole command must be over; empty for those that wait or run long
 * @param dryRun nothing is sent; requests are recorded, and every answer is empty
 * @param version the program's, for the {@code User-Agent}
 * @param trace told every request and answer, secrets masked, when the person wants to see them
 * @param pause waits between tries
 * @param cancellation asks calls to stop
 */
public record ClientOptions(
    Duration callLimit,
    Optional<Instant> deadline,
    boolean dryRun,
    String version,
    Optional<Consumer<String>> trace,
    Pause pause,
    Cancellation cancellation) {

  /** Lets time pass between two tries. */
  @FunctionalInterface
  public interface Pause {
    void rest(Duration duration) throws InterruptedException;
  }

  /** The usual behaviour: 30 seconds a request, no total limit, nothing traced. */
  public static ClientOptions usual(String version) {
    return new ClientOptions(
        Duration.ofSeconds(30),
        Optional.empty(),
        false,
        version,
        Optional.empty(),
        duration -> Thread.sleep(duration.toMillis()),
        Cancellation.none());
  }

  public ClientOptions withCallLimit(Duration limit) {
    return new ClientOptions(limit, deadline, dryRun, version, trace, pause, cancellation);
  }

  /** Bounds all calls together. */
  public ClientOptions withDeadline(Instant end) {
    return new ClientOptions(
        callLimit, Optional.of(end), dryRun, version, trace, pause, cancellation);
  }

  public ClientOptions withDryRun(boolean dry) {
    return new ClientOptions(callLimit, deadline, dry, version, trace, pause, cancellation);
  }

  public ClientOptions withTrace(Consumer<String> lines) {
    return new ClientOptions(
        callLimit, deadline, dryRun, version, Optional.of(lines), pause, cancellation);
  }

  public ClientOptions withPause(Pause between) {
    return new ClientOptions(callLimit, deadline, dryRun, version, trace, between, cancellation);
  }

  public ClientOptions withCancellation(Cancellation other) {
    return new ClientOptions(callLimit, deadline, dryRun, version, trace, pause, other);
  }
}
