package io.github.wxcard.output;

import java.util.Map;

/** When colour may be used: the value of {@code --color}. */
public enum ColorChoice {
  /** Decoration on a terminal only. */
  AUTO,
  ALWAYS,
  /** No escape sequence at all, not even to draw a QR code. */
  NEVER;

  /** What the environment asks for when no option does. */
  public static ColorChoice of(Map<String, String> variables) {
    boolean refused = !variables.getOrDefault("NO_COLOR", "").isEmpty();
    boolean incapable = "dumb".equals(variables.get("TERM"));
    return refused || incapable ? NEVER : AUTO;
  }
}
