package io.github.wxcard.error;

import java.util.Locale;

/** The families of failure a script can tell apart, each with its exit code. */
public enum FailureKind {
  INTERNAL(1),
  USAGE(2),
  INPUT(3),
  AUTH(4),
  REFUSED(5),
  NETWORK(6),
  CONFIG(7),
  PARTIAL(8),
  INTERRUPTED(130);

  private final int exitCode;

  FailureKind(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /** The name in {@code --json} errors. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
