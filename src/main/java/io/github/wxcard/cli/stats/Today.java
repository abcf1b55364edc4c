package io.github.wxcard.cli.stats;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.error.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which day it is for an account. */
final class Today {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private Today() {}

  /** The day in Beijing; a sandbox has a clock of its own, which may have been moved. */
  static LocalDate of(CommandContext context) {
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
