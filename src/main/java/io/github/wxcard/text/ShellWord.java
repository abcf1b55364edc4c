package io.github.wxcard.text;

import java.util.regex.Pattern;

/** A word as a POSIX shell wants it written. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

  private ShellWord() {}

  /** As it is where no shell reads anything into it, else in single quotes. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
