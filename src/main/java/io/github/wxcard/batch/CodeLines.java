package io.github.wxcard.batch;

import io.github.wxcard.card.Utf8;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Codes as people keep them: one a line, or CSV whose header names a column {@code code} and
 * perhaps {@code card_id}. Blank lines and those that begin with {@code #} are skipped; a line that
 * cannot be used says so and stops nothing.
 */
public final class CodeLines implements Iterator<Line> {
  private static final int LONGEST_LINE = 4096;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final String usualCard;
  private final byte[] bytes = new byte[LONGEST_LINE];
  private int length;
  private boolean overlong;
  private int number;
  private Columns columns;
  private Line next;

  /**
   * @param usualCard the card of codes beside which none is named, or null
   */
  public CodeLines(InputStream in, String usualCard) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.usualCard = usualCard;
  }

  @Override
  public boolean hasNext() {
    while (next == null && fill()) {
      number++;
      next = read();
    }
    return next != null;
  }

  @Override
  public Line next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Line line = next;
    next = null;
    return line;
  }

  /** The line in the buffer, or null when there is nothing to do on it. */
  private Line read() {
    if (overlong) {
      return flawed(null, "it is over " + LONGEST_LINE + " bytes long");
    }
    String text;
    try {
      text = Utf8.decode(Arrays.copyOf(bytes, length), "the line");
    } catch (Failure notUtf8) {
      return new Line(number, null, null, Optional.of(notUtf8));
    }
    if (text.isBlank() || text.startsWith("#")) {
      return null;
    }
    List<String> fields = CsvFields.of(text);
    if (fields == null) {
      return flawed(text.strip(), "its quotes are not closed, or stand in the middle of a value");
    }
    if (columns == null) {
      columns = Columns.of(fields);
      if (columns.named()) {
        return null;
      }
    }
    return columns.fit(fields)
        ? checked(columns.code(fields), columns.cardId(fields).orElse(usualCard))
        : flawed(text.strip(), columns.mismatch(fields));
  }

  private Line checked(String code, String cardId) {
    return CodeText.flaw(code)
        .map(why -> flawed(code, why))
        .orElseGet(() -> Line.of(number, code, cardId));
  }

  private Line flawed(String code, String why) {
    Failure failure = Failure.of(Kind.INPUT, why, "Correct the line, or leave it out.");
    return new Line(number, code, null, Optional.of(failure));
  }

  /** Takes the next line's bytes into the buffer; false when there are no more. */
  private boolean fill() {
    length = 0;
    overlong = false;
    try {
      int one = in.read();
      if (one < 0) {
        return false;
      }
      for (; one >= 0 && one != '\n'; one = in.read()) {
        if (length < LONGEST_LINE) {
          bytes[length++] = (byte) one;
        } else {
          overlong = true;
        }
      }
    } catch (IOException e) {
      throw Spool.unreadable("the input", e);
    }
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    if (number == 0 && length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      length -= 3;
      System.arraycopy(bytes, 3, bytes, 0, length);
    }
    return true;
  }
}
