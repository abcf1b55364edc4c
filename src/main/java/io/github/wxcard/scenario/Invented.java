package io.github.wxcard.scenario;

import java.util.Locale;
import java.util.Map;

/** What a dry run writes where a real one has the result of an earlier step. */
final class Invented {
  /** Values whose form is checked before a request is made. */
  private static final Map<String, String> FORMED =
      Map.of("url", "http://mmbiz.qpic.cn/URL/0", "timestamp", "1500000000");

  private Invented() {}

  /** The last key in capitals, such as {@code CARD_ID}. */
  static String valueOf(String reference) {
    String key = reference.substring(reference.lastIndexOf('.') + 1);
    return FORMED.getOrDefault(key, key.toUpperCase(Locale.ROOT));
  }
}
