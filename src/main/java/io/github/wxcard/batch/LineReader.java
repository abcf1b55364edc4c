package io.github.wxcard.batch;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of an input, whatever ends them: LF, CR LF, or CR alone as on an old Mac. */
final class LineReader {
  /** The most bytes that are kept of a line. */
  static final int LONGEST = 4096;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final byte[] buffer = new byte[LONGEST];
  private int number;
  private boolean afterCarriageReturn;

  /**
   * One line without its end.
   *
   * @param number counts from 1
   * @param overlong whether it had more bytes than these
   */
  record Raw(int number, byte[] bytes, boolean overlong) {}

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The next line, or null at the end. */
  Raw next() {
    try {
      if (number == 0) {
        refuseWideCharacters();
      }
      return read();
    } catch (IOException e) {
      throw InputSnapshot.unreadable("the input", e);
    }
  }

  private Raw read() throws IOException {
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
      if (length < LONGEST) {
        buffer[length++] = (byte) one;
      } else {
        overlong = true;
      }
    }
    afterCarriageReturn = one == '\r';
    number++;
    boolean marked =
        number == 1 && length >= 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3);
    return new Raw(number, Arrays.copyOfRange(buffer, marked ? 3 : 0, length), overlong);
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
          Kind.INPUT,
          "it is UTF-16, as a spreadsheet saves \"Unicode text\"",
          "Save it as \"CSV UTF-8\", or convert it: iconv -f UTF-16 -t UTF-8.");
    }
  }
}
