package io.github.wxcard.cli.base;

import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.CommandOutcome;
import java.util.Optional;

/** One thing a person can ask for: parse, one call, a result. Prints nothing by itself. */
public abstract class Subcommand<R extends Result> {
  /** What the command works with; set before it runs. */
  public App app;

  /**
   * Does the work.
   *
   * @return the result, or null when the command has said everything while it ran
   */
  public abstract R run();

  /** How a command ended that returned no result. */
  public CommandOutcome ended() {
    return CommandOutcome.done();
  }

  /** The requests that a dry run kept back, shown in place of a result; empty when it was none. */
  public Optional<RequestsNotSent> keptBack() {
    return Optional.of(app.recorded())
        .filter(recorded -> !recorded.isEmpty())
        .map(RequestsNotSent::of);
  }

  /** Whether the command waits by nature, so that no time limit holds unless one is given. */
  public boolean waits() {
    return false;
  }

  /** Whether a time limit that is given to a command that waits ends the whole wait. */
  public boolean endsAtTimeout() {
    return false;
  }

  /** Whether the command works on standard input while that goes on, for as long as it does. */
  public boolean readsOn() {
    return false;
  }
}
