package io.github.wxcard.config;

import java.util.Optional;

/**
 * One value and where it was found.
 *
 * @param value null where nothing is set
 */
record ResolvedSetting(String value, String origin) {
  static final ResolvedSetting NONE = new ResolvedSetting(null, "not set");

  static ResolvedSetting of(Optional<String> value, String origin) {
    return value.map(text -> new ResolvedSetting(text, origin)).orElse(NONE);
  }

  static ResolvedSetting variable(Environment environment, String name) {
    return of(environment.variable(name), name);
  }

  /** The highest in rank that is set. */
  static ResolvedSetting first(ResolvedSetting... ranked) {
    for (ResolvedSetting setting : ranked) {
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
    return "ResolvedSetting[" + origin + "]";
  }
}
