package io.github.wxcard.output;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far a long run has come: one line on a terminal's standard error, nothing elsewhere. */
public final class Progress {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int BAR = 24;
  private static final String ERASE = "\r\u001b[K";

  /** Row by row, as a terminal may keep in its history what it is told to erase at once. */
  private static final String ERASE_ABOVE = "\u001b[A\u001b[K";

  private final Console console;
  private final Clock clock;
  private final int total;
  private final Instant start;
  private Instant shownAt = Instant.MIN;
  private int shown;

  /**
   * @param total how much there is to do
   */
  public Progress(Console console, Clock clock, int total) {
    this.console = console;
    this.clock = clock;
    this.total = Math.max(1, total);
    this.start = clock.instant();
  }

  /**
   * Shows where the run stands, if the last look is some time ago.
   *
   * @param passed what needs no more doing, {@code earlier} included
   * @param earlier what an earlier run had done, which says nothing about the rate
   */
  public void at(int passed, int earlier, int failed) {
    Instant now = clock.instant();
    if (!console.terminal().errTerminal()
        || Duration.between(shownAt, now).compareTo(BETWEEN_LOOKS) < 0) {
      return;
    }
    shownAt = now;
    double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
    double rate = (passed - earlier) / seconds;
    String line = line(passed, failed, rate);
    int columns = Math.max(2, console.terminal().width().getAsInt());
    String fitting = line.substring(0, Math.min(columns - 1, line.length()));
    console.steer(erasure(columns) + fitting);
    shown = fitting.length();
  }

  /** Takes the line away, so that something else can be said. */
  public void clear() {
    if (shown > 0) {
      console.steer(erasure(Math.max(2, console.terminal().width().getAsInt())));
      shown = 0;
      shownAt = Instant.MIN;
    }
  }

  /** A terminal that has become narrower shows the line in several rows. */
  private String erasure(int columns) {
    int rows = (shown + columns - 1) / columns;
    return ERASE + ERASE_ABOVE.repeat(Math.max(0, rows - 1));
  }

  private String line(int passed, int failed, double rate) {
    int filled = (int) ((long) BAR * passed / total);
    String left = rate > 0 ? clockTime((long) ((total - passed) / rate)) + " left" : "";
    return String.format(
        Locale.ROOT,
        "[%s%s] %d/%d  %.0f/s  %s%s",
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        passed,
        total,
        rate,
        left,
        failed > 0 ? "  " + failed + " failed" : "");
  }

  private static String clockTime(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
