package io.github.wxcard.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.sign.CallbackTimestamp;
import io.github.wxcard.text.QueryString;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters that WeChat adds to the callback address.
 *
 * @param values the first of each name, unescaped
 * @param repeated names that came more than once
 */
public record CallbackQuery(Map<String, String> values, Set<String> repeated) {
  private static final List<String> JUDGED =
      List.of("signature", "msg_signature", "timestamp", "nonce", "encrypt_type", "echostr");

  /**
   * Takes a query apart; a {@link Failure} of kind INPUT for one that is wrongly escaped.
   *
   * @param raw what stands behind the question mark; null for nothing
   */
  public static CallbackQuery parse(String raw) {
    Map<String, String> values = new HashMap<>();
    Set<String> repeated = new HashSet<>();
    for (String pair : (raw == null ? "" : raw).split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        String name = unescaped(pair.substring(0, sign));
        if (values.putIfAbsent(name, unescaped(pair.substring(sign + 1))) != null) {
          repeated.add(name);
        }
      }
    }
    return new CallbackQuery(values, repeated);
  }

  /** A value; empty when there is none. */
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /**
   * When it was signed; a {@link Failure} of kind REFUSED when that is no moment or yet to come.
   *
   * @param now by this machine's clock
   */
  public Instant signedAt(Instant now) {
    return CallbackTimestamp.read(value("timestamp"), now);
  }

  /** Refuses two values of one name: whoever reads it next may take the other. */
  void refuseRepeated() {
    for (String name : JUDGED) {
      if (repeated.contains(name)) {
        throw Failure.of(
            FailureKind.REFUSED,
            "the request has " + name + " twice",
            "WeChat's requests have it once.");
      }
    }
  }

  private static String unescaped(String text) {
    try {
      return QueryString.decoded(text);
    } catch (IllegalArgumentException e) {
      throw Failure.of(FailureKind.INPUT, "the query is wrongly escaped", "Send it as WeChat does.")
          .causedBy(e);
    }
  }
}
