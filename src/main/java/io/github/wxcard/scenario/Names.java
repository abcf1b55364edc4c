package io.github.wxcard.scenario;

import java.util.regex.Pattern;

/** What steps and values may be called: what a command line can hold unquoted. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");
  private static final String RESERVED = "file";

  private Names() {}

  static void check(String name, String what, String pointer, Problems problems) {
    if (!NAME.matcher(name).matches()) {
      problems.add(
          pointer, "'" + name + "' cannot name " + what + ": use letters, digits, - and _");
    } else if (name.equals(RESERVED)) {
      problems.add(pointer, "'" + name + "' cannot name " + what + ": it is the scenario's file");
    }
  }
}
