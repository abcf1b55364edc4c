package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.KeyValue;
import java.util.List;

/** What an option was given in the form {@code NAME=VALUE}; anything else is exit 2. */
public final class KeyValueOptions {
  private KeyValueOptions() {}

  /**
   * The two halves of one word.
   *
   * @param example such as {@code user=usr1}
   */
  public static KeyValue one(String option, String word, String example) {
    return KeyValue.parse(word)
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.USAGE,
                    "%s needs a name, an equals sign and a value (NAME=VALUE), not '%s'"
                        .formatted(option, word),
                    "Write it like %s %s.".formatted(option, example)));
  }

  /** All that an option was given; a name may come again. */
  public static List<KeyValue> all(String option, List<String> words, String example) {
    return words.stream().map(word -> one(option, word, example)).toList();
  }

  /** All that an option was given, each name once: nobody knows which of two values was meant. */
  public static List<KeyValue> distinct(String option, List<String> words, String example) {
    List<KeyValue> pairs = all(option, words, example);
    KeyValue.repeatedKey(pairs)
        .ifPresent(
            name -> {
              throw repeated(option + " " + name);
            });
    return pairs;
  }

  /**
   * The failure for a name that has a value already.
   *
   * @param what such as {@code --query a}
   */
  public static Failure repeated(String what) {
    return Failure.of(
        FailureKind.USAGE, what + " is given more than once", "Leave all but one of them out.");
  }
}
