package io.github.wxcard.batch;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The lines of an input, whatever ends them: LF, CR LF, or CR alone as on an old Mac; a few of them
 * may be looked at before the one in front of them is understood.
 */
final class LineReader {
  /** The most bytes that are kept of a line. */
  static final int MAX_BYTES = 4096;

  private static final int MAX_LINES_AHEAD = 64;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final byte[] buffer = new byte[MAX_BYTES];
  private final Deque<RawLine> ahead = new ArrayDeque<>();
  private int number;
  private boolean afterCarriageReturn;

  /**
   * One line without its end.
   *
   * @param number counts from 1
   * @param overlong whether it had more bytes than these
   */
  record RawLine(int number, byte[] bytes, boolean overlong) {
    /** What is no UTF-8 stands there as U+FFFD. */
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Whether a byte ends a line, and not one that the byte before it has ended. */
  static boolean isEnd(int one, int before) {
    return one == '\r' || (one == '\n' && before != '\r');
  }

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The next line, or null at the end. */
  RawLine next() {
    if (!ahead.isEmpty()) {
      return ahead.pop();
    }
    try {
      if (number == 0) {
        refuseWideCharacters();
      }
      return read();
    } catch (IOException e) {
      throw InputSnapshot.unreadable("the input", e);
    }
  }

  /** The text of the first of the following lines that is wanted, without taking it. */
  Optional<String> peek(Predicate<String> wanted) {
    Deque<RawLine> taken = new ArrayDeque<>();
    Optional<String> found = Optional.empty();
    while (found.isEmpty() && taken.size() < MAX_LINES_AHEAD) {
      RawLine line = next();
      if (line == null) {
        break;
      }
      taken.push(line);
      found = Optional.of(line.text()).filter(wanted);
    }
    putBack(taken);
    return found;
  }

  /**
   * The fields of a record of which a quoted one holds line breaks; null, and nothing taken, when
   * the following lines do not end it.
   *
   * @param first the line it begins on
   * @param parse the fields of a text that is one record; null for any other
   */
  List<String> overSeveralLines(String first, Function<String, List<String>> parse) {
    StringBuilder record = new StringBuilder(first);
    Deque<RawLine> taken = new ArrayDeque<>();
    boolean open = quotes(first) % 2 == 1;
    while (open && taken.size() < MAX_LINES_AHEAD && record.length() < MAX_BYTES) {
      RawLine line = next();
      if (line == null) {
        break;
      }
      taken.push(line);
      record.append('\n').append(line.text());
      open = quotes(line.text()) % 2 == 0;
    }
    List<String> fields = open ? null : parse.apply(record.toString());
    if (fields == null) {
      putBack(taken);
    }
    return fields;
  }

  private void putBack(Deque<RawLine> taken) {
    while (!taken.isEmpty()) {
      ahead.push(taken.pop());
    }
  }

  private static long quotes(String text) {
    return text.chars().filter(one -> one == '"').count();
  }

  private RawLine read() throws IOException {
    int one = in.read();
    if (one == '\n' && afterCarriageReturn) {
      one = in.read();
    }
    afterCarriageReturn = false;
    if (one < 0) {
      return null;
    }
    int length = 0;
    boolean overlong = false;
    for (; one >= 0 && one != '\n' && one != '\r'; one = in.read()) {
      if (length < MAX_BYTES) {
        buffer[length++] = (byte) one;
      } else {
        overlong = true;
      }
    }
    afterCarriageReturn = one == '\r';
    number++;
    boolean marked =
        number == 1 && length >= 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3);
    return new RawLine(number, Arrays.copyOfRange(buffer, marked ? 3 : 0, length), overlong);
  }

  /** Of two bytes for each character not one line could be read, and each would say so. */
  private void refuseWideCharacters() throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    boolean marked = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
    if (marked || (first == 0 && second > 0) || (first > 0 && second == 0)) {
      throw Failure.of(
          FailureKind.INPUT,
          "it is UTF-16, as a spreadsheet saves \"Unicode text\"",
          "Save it as \"CSV UTF-8\", or convert it: iconv -f UTF-16 -t UTF-8.");
    }
  }
}
