package io.github.wxcard.sign;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.Excerpt;
import java.time.Instant;

/**
 * When a request to the callback address was signed: whole seconds since 1970 in ten digits. The
 * values are signed without anything between them, so a text of another length may be half of a
 * timestamp, or one and the beginning of the nonce.
 */
public final class CallbackTimestamp {
  private static final String FORM = "WeChat's are whole seconds since 1970: ten digits.";
  private static final int DIGITS = 10;
  private static final int MILLISECOND_DIGITS = 13;
  private static final int SHOWN = 40;
  private static final long MOST_AHEAD = 60;

  private CallbackTimestamp() {}

  /**
   * The moment; a {@link Failure} of kind REFUSED for what is none, or is yet to come.
   *
   * @param now by this machine's clock
   */
  public static Instant read(String text, Instant now) {
    if (!isDigits(text)) {
      throw Failure.of(
          FailureKind.REFUSED, "the timestamp '" + shown(text) + "' is no number of seconds", FORM);
    }
    if (text.length() == MILLISECOND_DIGITS) {
      throw Failure.of(FailureKind.REFUSED, "the timestamp " + text + " is in milliseconds", FORM);
    }
    if (text.length() != DIGITS || text.charAt(0) == '0') {
      throw Failure.of(
          FailureKind.REFUSED, "the timestamp " + shown(text) + " is not ten digits long", FORM);
    }
    Instant moment = Instant.ofEpochSecond(Long.parseLong(text));
    long ahead = moment.getEpochSecond() - now.getEpochSecond();
    if (ahead > MOST_AHEAD) {
      throw Failure.of(
          FailureKind.REFUSED,
          "the timestamp " + text + " is " + ahead + " s in the future",
          "Compare the clocks of this machine and of whoever sent it.");
    }
    return moment;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String shown(String text) {
    return Excerpt.of(text, SHOWN);
  }
}
