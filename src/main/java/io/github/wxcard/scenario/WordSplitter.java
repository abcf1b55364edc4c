package io.github.wxcard.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a line as a shell does, as far as people rely on it: blanks, both quotes, the backslash,
 * {@code #} for the rest of the line, and {@code $name} everywhere but in single quotes.
 */
public final class WordSplitter {
  /**
   * One word of a line.
   *
   * @param text what the command gets: quotes gone, names replaced
   * @param start where the word as typed begins in the line
   * @param end the index after its last character as typed
   */
  public record Word(String text, int start, int end) {}

  /** A line ended inside a quote; on a terminal the next line goes on with it. */
  public static final class UnclosedQuoteException extends RuntimeException {
    UnclosedQuoteException(char quote) {
      super("the line ends inside " + quote + " quotes");
    }
  }

  private static final Pattern NAME = Pattern.compile("\\$(?:\\{([a-z_]+)}|([a-z_]+))");
  private static final char NONE = 0;

  private final String line;
  private final UnaryOperator<String> names;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int at;
  private int start = -1;
  private char quote = NONE;

  private WordSplitter(String line, UnaryOperator<String> names) {
    this.line = line;
    this.names = names;
  }

  /**
   * Splits a whole line.
   *
   * @param names the value for a name
   * @throws UnclosedQuoteException when the line ends inside a quote
   */
  public static List<Word> split(String line, UnaryOperator<String> names) {
    WordSplitter splitter = new WordSplitter(line, names);
    splitter.run();
    if (splitter.quote != NONE) {
      throw new UnclosedQuoteException(splitter.quote);
    }
    splitter.endWord();
    return splitter.words;
  }

  /** Splits what stands before the cursor: the last word may be open, and names stay names. */
  public static List<Word> splitUnfinished(String line) {
    WordSplitter splitter = new WordSplitter(line, name -> "$" + name);
    splitter.run();
    boolean inWord = splitter.start >= 0;
    splitter.endWord();
    if (!inWord) {
      splitter.words.add(new Word("", line.length(), line.length()));
    }
    return splitter.words;
  }

  private void run() {
    while (at < line.length()) {
      char next = line.charAt(at);
      if (start < 0 && next == '#') {
        at = line.length();
      } else if (quote == NONE && Character.isWhitespace(next)) {
        endWord();
        at++;
      } else {
        start = start < 0 ? at : start;
        take(next);
      }
    }
  }

  private void take(char next) {
    if (next == quote) {
      quote = NONE;
      at++;
    } else if (quote == NONE && (next == '\'' || next == '"')) {
      quote = next;
      at++;
    } else if (quote != '\'' && next == '\\' && at + 1 < line.length()) {
      takeEscaped(line.charAt(at + 1));
    } else if (quote != '\'' && next == '$') {
      takeName();
    } else {
      word.append(next);
      at++;
    }
  }

  /** In double quotes a backslash stays, unless it hides something that had a meaning there. */
  private void takeEscaped(char escaped) {
    if (quote == '"' && "\"\\$".indexOf(escaped) < 0) {
      word.append('\\');
    }
    word.append(escaped);
    at += 2;
  }

  private void takeName() {
    Matcher name = NAME.matcher(line).region(at, line.length());
    if (name.lookingAt()) {
      word.append(names.apply(name.group(1) == null ? name.group(2) : name.group(1)));
      at = name.end();
    } else {
      word.append('$');
      at++;
    }
  }

  private void endWord() {
    if (start >= 0) {
      words.add(new Word(word.toString(), start, at));
      word.setLength(0);
      start = -1;
    }
  }
}
