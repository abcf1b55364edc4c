package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Collection;

/** Words that must say something: a shell variable that was never set arrives as an empty one. */
public final class ArgumentChecks {
  private ArgumentChecks() {}

  /** Refuses an empty or blank word, before any call. */
  public static void notBlank(String what, String word) {
    if (word.isBlank()) {
      throw Failure.of(
          FailureKind.INPUT, what + " is empty", "Check that the variable it came from was set.");
    }
  }

  /** Refuses an empty or blank word where the option was given at all. */
  public static void notBlankIfGiven(String option, String word) {
    if (word != null) {
      notBlank(option, word);
    }
  }

  public static void noneBlank(String what, Collection<String> words) {
    words.forEach(word -> notBlank(what, word));
  }

  /** Refuses what is no address of a web server, before any call. */
  public static void webAddress(String what, String text) {
    if (!text.matches("(?i)https?://[^\\s/?#]+.*")) {
      throw Failure.of(
          FailureKind.INPUT,
          what + " is not http://… or https://…: " + text,
          "Write it out with its scheme, such as http://127.0.0.1:8080/wechat.");
    }
  }
}
