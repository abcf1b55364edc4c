package io.github.wxcard.card.source;

import java.util.Locale;

/** An error stops the call, a warning does not. */
public enum Severity {
  ERROR,
  WARNING;

  /** The name in texts and in {@code --json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
