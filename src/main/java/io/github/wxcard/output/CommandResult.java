package io.github.wxcard.output;

/** How a command ended that did not fail: with something to show, or with all of it printed. */
public sealed interface CommandResult permits CommandResult.AlreadyPrinted, Result {
  /** Everything was printed while the command ran. */
  record AlreadyPrinted(int exitCode) implements CommandResult {}

  /** Printed, and as good as done. */
  static AlreadyPrinted printed() {
    return new AlreadyPrinted(0);
  }
}
