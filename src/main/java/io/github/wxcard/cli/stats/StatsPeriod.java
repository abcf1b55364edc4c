package io.github.wxcard.cli.stats;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The days that statistics are asked for, both included. */
record StatsPeriod(LocalDate from, LocalDate to) {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final int USUAL = 7;
  private static final int MOST = 62;

  /**
   * The days, or a {@link Failure} of kind INPUT for days that WeChat has no figures of.
   *
   * @param from null for a week up to {@code to}
   * @param to null for yesterday
   * @param today in Beijing; it is not over, so there are no figures of it
   */
  static StatsPeriod of(LocalDate from, LocalDate to, LocalDate today) {
    LocalDate last = to == null ? today.minusDays(1) : to;
    LocalDate first = from == null ? last.minusDays(USUAL - 1) : from;
    if (!last.isBefore(today)) {
      throw bad("there are no figures of " + last + " yet", "Ask up to " + today.minusDays(1));
    }
    if (last.isBefore(first)) {
      throw bad(last + " is before " + first, "Let --from be the earlier day");
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days > MOST) {
      throw bad(
          "these are " + days + " days, and WeChat takes " + MOST + " at the most",
          "Ask for a part at a time");
    }
    return new StatsPeriod(first, last);
  }

  private static Failure bad(String what, String fix) {
    return Failure.of(
        FailureKind.INPUT, what, fix + ". Days are Beijing's (UTC+8), and today is not over.");
  }

  /** Which day it is in Beijing; a sandbox has a clock of its own, which may have been moved. */
  static LocalDate today(CommandContext context) {
    return LocalDate.ofInstant(now(context), BEIJING);
  }

  private static Instant now(CommandContext context) {
    Instant here = context.environment().clock().instant();
    if (!context.target().isSandbox() || context.options().dryRun) {
      return here;
    }
    try {
      long time = context.weChat().sandbox().get("/sandbox/status").path("time").asLong();
      return time > 0 ? Instant.ofEpochSecond(time) : here;
    } catch (Failure noSandbox) {
      return here;
    }
  }
}
