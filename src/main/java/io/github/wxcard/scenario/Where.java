package io.github.wxcard.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of account a step is for. */
public enum Where {
  SANDBOX,
  ACCOUNT;

  /** The word for it in a file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Where> of(String word) {
    return Arrays.stream(values()).filter(where -> where.word().equals(word)).findFirst();
  }

  boolean fits(boolean sandbox) {
    return (this == SANDBOX) == sandbox;
  }
}
