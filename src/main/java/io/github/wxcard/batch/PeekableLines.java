package io.github.wxcard.batch;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lines, and the few that must be looked at before the one in front of them is understood. */
final class PeekableLines {
  private static final int MOST_LINES_AHEAD = 64;

  private final LineReader lines;
  private final Deque<LineReader.Raw> ahead = new ArrayDeque<>();

  PeekableLines(InputStream in) {
    this.lines = new LineReader(in);
  }

  /** The next line, or null at the end. */
  LineReader.Raw next() {
    return ahead.isEmpty() ? lines.next() : ahead.pop();
  }

  /** A line's text; what is no UTF-8 stands there as U+FFFD. */
  static String text(LineReader.Raw line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }

  /** The first of the following lines that is wanted, without taking it. */
  Optional<String> peek(Predicate<String> wanted) {
    Deque<LineReader.Raw> taken = new ArrayDeque<>();
    Optional<String> found = Optional.empty();
    while (found.isEmpty() && taken.size() < MOST_LINES_AHEAD) {
      LineReader.Raw line = next();
      if (line == null) {
        break;
      }
      taken.push(line);
      found = Optional.of(text(line)).filter(wanted);
    }
    putBack(taken);
    return found;
  }

  /**
   * The fields of a record of which a quoted one holds line breaks; null, and nothing taken, when
   * the following lines do not end it.
   *
   * @param first the line it begins on
   * @param fits whether these are the fields of one record
   */
  List<String> overSeveralLines(String first, CsvFields csv, Predicate<List<String>> fits) {
    StringBuilder record = new StringBuilder(first);
    Deque<LineReader.Raw> taken = new ArrayDeque<>();
    boolean open = quotes(first) % 2 == 1;
    while (open && taken.size() < MOST_LINES_AHEAD && record.length() < LineReader.LONGEST) {
      LineReader.Raw line = next();
      if (line == null) {
        break;
      }
      taken.push(line);
      record.append('\n').append(text(line));
      open = quotes(text(line)) % 2 == 0;
    }
    List<String> fields = open ? null : csv.of(record.toString());
    if (fields != null && fits.test(fields)) {
      return fields;
    }
    putBack(taken);
    return null;
  }

  private void putBack(Deque<LineReader.Raw> taken) {
    while (!taken.isEmpty()) {
      ahead.push(taken.pop());
    }
  }

  private static long quotes(String text) {
    return text.chars().filter(one -> one == '"').count();
  }
}
