package io.github.wxcard.cli.base;

import io.github.wxcard.output.CommandResult;

/** One thing a person can ask for: parse, one call, a result. Prints nothing by itself. */
public abstract class Subcommand {
  /** What the command works with; set before it runs. */
  public CommandContext context;

  /** Does the work; a {@link io.github.wxcard.error.Failure} when it cannot be done. */
  public abstract CommandResult run();

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
