package io.github.wxcard.cli.base;

import java.time.Duration;
import java.util.Optional;

/**
 * How long things may take.
 *
 * @param time what {@code --timeout} says, or the usual 30 seconds
 * @param whole whether that holds for the command as a whole, or for each of its requests
 * @param input how long standard input may keep the command waiting; empty for ever
 */
public record Timeouts(Duration time, boolean whole, Optional<Duration> input) {
  private static final Duration USUAL = Duration.ofSeconds(30);

  /** For what waits by nature: each request has the usual time. */
  public static final Timeouts PER_REQUEST = new Timeouts(USUAL, false, Optional.empty());

  /**
   * That of a command.
   *
   * @param given what {@code --timeout} says; null when it says nothing
   * @param typed whether a person types standard input, who is not hurried by default
   */
  public static Timeouts of(Subcommand command, Duration given, boolean typed) {
    Duration time = given == null ? USUAL : given;
    boolean whole = !command.waits() || (given != null && command.endsAtTimeout());
    boolean hurried = given != null || (whole && !typed);
    return new Timeouts(
        time, whole, hurried && !command.readsOn() ? Optional.of(time) : Optional.empty());
  }

  /** That of what happens beside a command: each request has its time. */
  Timeouts beside() {
    return new Timeouts(time, false, Optional.empty());
  }

  /** A time as people read it: whole seconds, or milliseconds. */
  public static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
