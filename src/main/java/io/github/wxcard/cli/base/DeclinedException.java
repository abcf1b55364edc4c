package io.github.wxcard.cli.base;

/** The person answered no, which ends a command with nothing done and nothing wrong. */
public final class DeclinedException extends RuntimeException {
  DeclinedException() {
    super("nothing was done", null, false, false);
  }
}
