package io.github.wxcard.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two halves of a {@code NAME=VALUE}, parted at the first equals sign. */
public record KeyValue(String key, String value) {
  /** Empty when there is no equals sign, or no name before it. */
  public static Optional<KeyValue> parse(String text) {
    int equals = text.indexOf('=');
    return equals < 1
        ? Optional.empty()
        : Optional.of(new KeyValue(text.substring(0, equals), text.substring(equals + 1)));
  }

  /** The first key that an earlier pair has too. */
  public static Optional<String> repeatedKey(List<KeyValue> pairs) {
    Set<String> seen = new HashSet<>();
    return pairs.stream().map(KeyValue::key).filter(key -> !seen.add(key)).findFirst();
  }

  /** Without the value, which may be a secret. */
  @Override
  public String toString() {
    return "KeyValue[" + key + "]";
  }
}
