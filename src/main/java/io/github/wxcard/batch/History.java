package io.github.wxcard.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What earlier runs wrote into a journal. A record is a letter, a blank, something without control
 * characters, and a line break; the first line is a header. Reading ends before the first record
 * that is not whole, as after a crash in the middle of one.
 */
final class History {
  /** Written when every line has its last answer. */
  static final char FINISHED = 'E';

  /** Written with a line's number before lines up to it may leave; with 0 when none has since. */
  static final char ANNOUNCED = 'A';

  private static final String ROW_BEGINS = "{\"line\":";

  /** The letter of what is known, by line number. */
  final byte[] fates;

  /** Where a line's result stands, by line number. */
  final long[] offsets;

  /** How many bytes are whole records. */
  long end;

  /** Lines up to this one may have been sent although nothing is written of them. */
  int announced;

  String header = "";
  boolean begun;
  boolean finished;

  History(int lines) {
    fates = new byte[lines + 1];
    offsets = new long[lines + 1];
  }

  Fate fate(int line) {
    Fate written = Fate.of(fates[line]);
    return written == Fate.NONE && line <= announced ? Fate.SENT : written;
  }

  void read(InputStream in) throws IOException {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    for (int one = in.read(); one >= 0; one = in.read()) {
      if (one == '\n') {
        if (!understand(record)) {
          return;
        }
        end += record.size() + 1;
        record.reset();
      } else if (one < ' ') {
        return;
      } else {
        record.write(one);
      }
    }
  }

  private boolean understand(ByteArrayOutputStream record) {
    String text = record.toString(StandardCharsets.UTF_8);
    if (end == 0) {
      header = text;
      return text.startsWith("{") && text.endsWith("}");
    }
    if (text.length() == 1 && text.charAt(0) == FINISHED) {
      finished = true;
      announced = 0;
      return true;
    }
    if (text.startsWith(ANNOUNCED + " ")) {
      announce(Math.min(number(text), fates.length - 1));
      return true;
    }
    Fate fate = Fate.of(text.isEmpty() ? 0 : text.charAt(0));
    int line = fate == Fate.NONE ? 0 : number(text);
    if (line < 1 || line >= fates.length) {
      return false;
    }
    fates[line] = fate.letter;
    offsets[line] = end;
    begun = true;
    finished = false;
    return true;
  }

  /** What failed before may leave again from here on, so that its failure says nothing any more. */
  private void announce(int last) {
    announced = last;
    begun = true;
    finished = false;
    for (int line = 1; line <= last; line++) {
      if (fates[line] == Fate.FAILED.letter) {
        fates[line] = Fate.SENT.letter;
      }
    }
  }

  /** The line's number in {@code S 17} or {@code D {"line":17,…}}; 0 when there is none. */
  private static int number(String text) {
    int from = text.startsWith(ROW_BEGINS, 2) ? 2 + ROW_BEGINS.length() : 2;
    int number = 0;
    for (int i = from; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
