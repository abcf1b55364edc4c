package io.github.wxcard.cli.card;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of card statuses, which may be typed without what they all begin with. */
final class StatusName {
  private static final String PREFIX = "CARD_STATUS_";
  private static final List<String> NAMES =
      List.of("NOT_VERIFY", "VERIFY_FAIL", "VERIFY_OK", "DELETE", "DISPATCH");

  /** Names of older documents, one of them a misprint. */
  private static final List<String> OLD_NAMES =
      List.of("VERIFY_FALL", "USER_DELETE", "USER_DISPATCH");

  private StatusName() {}

  /** The whole name; one that WeChat does not have is a USAGE failure. */
  static String of(String word) {
    String name = word.toUpperCase(Locale.ROOT).replaceFirst("^" + PREFIX, "");
    if (!NAMES.contains(name) && !OLD_NAMES.contains(name)) {
      throw Failure.of(
          FailureKind.USAGE,
          "--status has no '" + word + "'",
          "Use one of: " + String.join(", ", NAMES) + ".");
    }
    return PREFIX + name;
  }

  /** What completion offers. */
  static final class Candidates extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Candidates() {
      super(NAMES);
    }
  }
}
