package io.github.wxcard.sandbox.service.access;

import io.github.wxcard.sandbox.service.base.BeijingDays;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How often something may be done in a day or a month of Beijing.
 *
 * @param name under which the uses are kept
 * @param span the form of a date that stays the same as long as the uses are counted together
 * @param most how many uses there are in that time
 */
record CallQuota(String name, DateTimeFormatter span, int most) {
  static CallQuota daily(String name, int most) {
    return new CallQuota(name, DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT), most);
  }

  static CallQuota monthly(String name, int most) {
    return new CallQuota(name, DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT), most);
  }

  /** Takes one use; false when there is none left. */
  boolean take(Transaction tx) {
    String now = span.format(Instant.ofEpochSecond(tx.now()).atOffset(BeijingDays.OFFSET));
    String[] kept = tx.settings().find(name).orElse(now + " 0").split(" ", 2);
    int used = kept[0].equals(now) ? Integer.parseInt(kept[1]) : 0;
    if (used >= most) {
      return false;
    }
    tx.settings().set(name, now + " " + (used + 1));
    return true;
  }
}
