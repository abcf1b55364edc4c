package io.github.wxcard.cli.tool;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;

/** The two halves of an option's {@code key=value}. */
record KeyValue(String key, String value) {
  /** Splits at the first equals sign; a {@link Failure} of kind USAGE when there is no key. */
  static KeyValue of(String option, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw Failure.of(
          Kind.USAGE,
          option + " needs a name, an equals sign and a value",
          "Write it like " + option + " name=value.");
    }
    return new KeyValue(text.substring(0, equals), text.substring(equals + 1));
  }
}
