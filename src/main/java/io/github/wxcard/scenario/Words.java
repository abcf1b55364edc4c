package io.github.wxcard.scenario;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a command line into words as a shell does: blanks separate, quotes and \ keep. */
public final class Words {
  private final String line;
  private int position;

  private Words(String line) {
    this.line = line;
  }

  /** The words of the line; {@code #} begins a comment where a word could begin. */
  public static List<String> split(String line) {
    Words words = new Words(line);
    List<String> found = new ArrayList<>();
    while (words.skipBlanks()) {
      found.add(words.word());
    }
    return found;
  }

  private boolean skipBlanks() {
    while (position < line.length() && Character.isWhitespace(line.charAt(position))) {
      position++;
    }
    return position < line.length() && line.charAt(position) != '#';
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    while (position < line.length() && !Character.isWhitespace(line.charAt(position))) {
      char c = line.charAt(position++);
      switch (c) {
        case '\'', '"' -> quoted(c, word);
        case '\\' -> word.append(escaped());
        default -> word.append(c);
      }
    }
    return word.toString();
  }

  private void quoted(char quote, StringBuilder word) {
    while (position < line.length() && line.charAt(position) != quote) {
      char c = line.charAt(position++);
      word.append(c == '\\' && quote == '"' ? escaped() : c);
    }
    if (position == line.length()) {
      throw Failure.of(
          Kind.USAGE, "a quote is not closed in: " + line, "Close it with " + quote + ".");
    }
    position++;
  }

  private char escaped() {
    return position < line.length() ? line.charAt(position++) : '\\';
  }
}
