package io.github.wxcard.card;

import io.github.wxcard.card.source.Severity;
import io.github.wxcard.text.UnixSeconds;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks times in Unix seconds that may be in another unit. */
final class TimestampChecks {
  private final DiagnosticCollector diagnostics;

  TimestampChecks(DiagnosticCollector diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Whether it is in another unit; if so, it is told.
   *
   * @param refused whether no such number is taken
   */
  boolean otherUnit(String pointer, String digits, boolean refused) {
    Optional<UnixSeconds> smaller = UnixSeconds.inSmallerUnit(digits);
    if (smaller.isPresent()) {
      diagnostics.add(
          pointer,
          refused ? Severity.ERROR : Severity.WARNING,
          "milliseconds",
          "%s looks like %s; WeChat counts in seconds".formatted(digits, smaller.get().unit()),
          "Write %d.".formatted(smaller.get().seconds()));
      return true;
    }
    OptionalLong calendar = UnixSeconds.ofCalendar(digits);
    if (calendar.isPresent()) {
      diagnostics.add(
          pointer,
          refused ? Severity.ERROR : Severity.WARNING,
          "date",
          digits + " looks like a date; WeChat counts the seconds since 1970",
          "Write %d, which is that date in Beijing.".formatted(calendar.getAsLong()));
    }
    return calendar.isPresent();
  }
}
