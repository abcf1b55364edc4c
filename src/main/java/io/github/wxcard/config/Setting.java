package io.github.wxcard.config;

import java.util.Optional;

/**
 * One value and where it was found.
 *
 * @param value null where nothing is set
 */
record Setting(String value, String origin) {
  static final Setting NONE = new Setting(null, "not set");

  static Setting of(Optional<String> value, String origin) {
    return value.map(text -> new Setting(text, origin)).orElse(NONE);
  }

  static Setting variable(Environment environment, String name) {
    return of(environment.variable(name), name);
  }

  /** The highest in rank that is set. */
  static Setting first(Setting... ranked) {
    for (Setting setting : ranked) {
      if (!setting.absent()) {
        return setting;
      }
    }
    return NONE;
  }

  boolean absent() {
    return value == null;
  }

  boolean is(String text) {
    return text.equals(value);
  }

  @Override
  public String toString() {
    return "Setting[" + origin + "]";
  }
}
