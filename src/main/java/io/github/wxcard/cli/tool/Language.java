package io.github.wxcard.cli.tool;

import io.github.wxcard.config.Environment;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages the error table is written in. */
enum Language {
  EN,
  ZH;

  /** The one that the environment asks for: as everywhere, the first of the three that is set. */
  static Language of(Environment environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(environment::variable)
        .flatMap(Optional::stream)
        .findFirst()
        .filter(locale -> locale.startsWith("zh"))
        .map(chinese -> ZH)
        .orElse(EN);
  }
}
