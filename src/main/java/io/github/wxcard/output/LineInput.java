package io.github.wxcard.output;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.IoErrorMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of a file or a pipe, whatever ends them: LF, CR LF, or CR alone. A byte order mark at the
 * beginning is none of the text. Nothing behind a line is read before it is asked for.
 */
public final class LineInput {
  private final InputStream in;
  private boolean begun;
  private boolean afterCarriageReturn;

  LineInput(InputStream in) {
    this.in = in;
  }

  /** The next line without its end; bytes that are no UTF-8 stand there as U+FFFD. */
  public Optional<String> next() {
    try {
      int one = read();
      if (one < 0) {
        return Optional.empty();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (; one >= 0 && one != '\n' && one != '\r'; one = in.read()) {
        bytes.write(one);
      }
      afterCarriageReturn = one == '\r' && !isLineFeedTaken();
      String line = bytes.toString(StandardCharsets.UTF_8);
      boolean marked = !begun && line.startsWith("\ufeff");
      begun = true;
      return Optional.of(marked ? line.substring(1) : line);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** A line that somebody typed, without its end; empty when there is none. Reads no further. */
  static Optional<String> answer(InputStream in) {
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (; next >= 0 && next != '\n'; next = in.read()) {
        bytes.write(next);
      }
      String line = bytes.toString(StandardCharsets.UTF_8);
      return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Failure unreadable(IOException cause) {
    return Failure.of(
            FailureKind.INPUT,
            "cannot read standard input: " + IoErrorMessage.of(cause),
            "Look at where the input comes from.")
        .causedBy(cause);
  }

  private int read() throws IOException {
    int one = in.read();
    return one == '\n' && afterCarriageReturn ? in.read() : one;
  }

  /** Takes the second half of a line's end when it is there already: other readers may follow. */
  private boolean isLineFeedTaken() throws IOException {
    if (!in.markSupported() || in.available() == 0) {
      return false;
    }
    in.mark(1);
    if (in.read() == '\n') {
      return true;
    }
    in.reset();
    return false;
  }
}
