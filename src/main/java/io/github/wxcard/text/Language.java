package io.github.wxcard.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The languages that a person is spoken to in. */
public enum Language {
  EN,
  ZH;

  /**
   * The one that the environment asks for: ours before the three of every program, of which the
   * first that is set counts.
   *
   * @param variables finds the value of one, empty when it is not set
   */
  public static Language of(Function<String, Optional<String>> variables) {
    return Stream.of("WXCARD_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
        .map(variables)
        .flatMap(Optional::stream)
        .findFirst()
        .filter(name -> name.regionMatches(true, 0, "zh", 0, 2))
        .map(chinese -> ZH)
        .orElse(EN);
  }
}
