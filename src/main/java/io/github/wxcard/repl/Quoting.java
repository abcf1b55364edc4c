package io.github.wxcard.repl;

import java.util.regex.Pattern;

/** Writes a value so that the splitter reads it back as one word. */
final class Quoting {
  private static final Pattern SPECIAL = Pattern.compile("[\\s'\"\\\\]|^#|\\$(?=[a-z_{])");

  private Quoting() {}

  static String quote(String value) {
    boolean isName = Remembered.NAMES.stream().anyMatch(name -> value.equals("$" + name));
    return isName ? value : SPECIAL.matcher(value).replaceAll("\\\\$0");
  }
}
