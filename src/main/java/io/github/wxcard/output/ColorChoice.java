package io.github.wxcard.output;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** When colour may be used: the value of {@code --color}. */
public enum ColorChoice {
  /** Decoration on a terminal only. */
  AUTO,
  ALWAYS,
  /** No escape sequence at all, not even to draw a QR code. */
  NEVER;

  private static final String OPTION = "--color";

  /** What the environment asks for when no option does. */
  public static ColorChoice of(Map<String, String> variables) {
    boolean refused = !variables.getOrDefault("NO_COLOR", "").isEmpty();
    boolean incapable = "dumb".equals(variables.get("TERM"));
    return refused || incapable ? NEVER : AUTO;
  }

  /** What a command line asks for, one that cannot be parsed too; else AUTO. */
  public static ColorChoice in(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(OPTION) && i + 1 < words.size()) {
        return named(words.get(i + 1));
      }
      if (word.startsWith(OPTION + "=")) {
        return named(word.substring(OPTION.length() + 1));
      }
    }
    return AUTO;
  }

  private static ColorChoice named(String choice) {
    return switch (choice.toLowerCase(Locale.ROOT)) {
      case "never" -> NEVER;
      case "always" -> ALWAYS;
      default -> AUTO;
    };
  }
}
