package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.batch.Journal.StartMode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What earlier runs wrote into a journal. A record is a letter, a blank, something without control
 * characters, and a line break; the first line is a header. Reading ends before the first record
 * that is not whole, as after a crash in the middle of one.
 */
final class JournalReplay {
  /** Written when every line has its last answer. */
  static final char FINISHED = 'E';

  /** Written with the first and the last of the lines that may leave now; {@code A 0} ends that. */
  static final char ANNOUNCED = 'A';

  private static final String ROW_BEGINS = "{\"line\":";

  /** Failed in an earlier run, and perhaps sent again by a later one. */
  private static final byte FAILED_BEFORE = 'f';

  /** The letter of what is known, by line number. */
  final byte[] letters;

  /** Where a line's result stands, by line number. */
  final long[] offsets;

  /** How many bytes are whole records. */
  long end;

  /** Lines up to this one may have been sent although nothing is written of them. */
  int announced;

  String header = "";
  boolean begun;
  boolean finished;

  /** Whether more follows than a crash can have left. */
  boolean damaged;

  JournalReplay(int lines) {
    letters = new byte[lines + 1];
    offsets = new long[lines + 1];
  }

  /** What a journal tells, if it is there. */
  static JournalReplay of(Path journal, int lines) {
    JournalReplay replay = new JournalReplay(lines);
    if (Files.exists(journal)) {
      try (InputStream in = new BufferedInputStream(new FileInputStream(journal.toFile()))) {
        replay.read(in);
      } catch (IOException e) {
        throw JournalFile.broken(journal, e);
      }
    }
    return replay;
  }

  /** Whether a journal that is there does not tell what it once did. */
  boolean isDamaged(BatchIdentity identity) {
    return damaged || (end > 0 && !identity.isOwn(header));
  }

  /** Whether the run is gone on with; a failure when nobody has said what to do about it. */
  boolean isResumed(StartMode start) {
    if (begun && !finished && start == StartMode.AFRESH) {
      throw Failure.of(
          FailureKind.INPUT,
          "an earlier run of this batch left lines undone; nothing was sent",
          "Go on with --resume, which repeats nothing that is done, or forget that run with"
              + " --restart.");
    }
    return end > 0 && start == StartMode.RESUME;
  }

  /** The card that the run had; a failure when another one is named. */
  String sameCard(String named) {
    String remembered = cardId();
    if (named == null || named.equals(remembered)) {
      return remembered;
    }
    throw Failure.of(
        FailureKind.INPUT,
        "the run to be resumed had " + (remembered == null ? "no card" : "card " + remembered),
        "Leave the card out, or begin anew with --restart.");
  }

  /** The card that the run had, or null. */
  String cardId() {
    try {
      JsonNode card = Json.read(header).path("card_id");
      return card.isTextual() ? card.textValue() : null;
    } catch (IOException e) {
      return null;
    }
  }

  LineStatus status(int line) {
    LineStatus written = LineStatus.of(letters[line]);
    boolean perhapsSent = letters[line] == FAILED_BEFORE || line <= announced;
    return written == LineStatus.NOT_SENT && perhapsSent ? LineStatus.SENT : written;
  }

  void read(InputStream in) throws IOException {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    boolean whole = true;
    for (int one = in.read(); one >= 0; one = in.read()) {
      if (one != '\n') {
        record.write(one);
        continue;
      }
      if (whole && isText(record) && understand(record)) {
        end += record.size() + 1;
      } else {
        damaged |= end == 0 || (!whole && tellsSomething(record));
        whole = false;
      }
      record.reset();
    }
    damaged |= end == 0 && record.size() > 0 && record.toByteArray()[0] != '{';
  }

  private static boolean isText(ByteArrayOutputStream record) {
    for (byte one : record.toByteArray()) {
      if (one >= 0 && one < ' ') {
        return false;
      }
    }
    return true;
  }

  /** A crash leaves one record torn, and perhaps zeros: no result stands behind these. */
  private static boolean tellsSomething(ByteArrayOutputStream record) {
    String text = record.toString(StandardCharsets.UTF_8);
    return isText(record)
        && (text.startsWith(ROW_BEGINS, 2) || text.matches(ANNOUNCED + " [1-9]\\d* [1-9]\\d*"));
  }

  /** Whether a record tells what came of a line, and can be read back. */
  static boolean isResult(String record) {
    LineStatus status = LineStatus.of(record.isEmpty() ? 0 : record.charAt(0));
    if (status == LineStatus.NOT_SENT
        || status == LineStatus.SENT
        || !record.startsWith(ROW_BEGINS, 2)) {
      return false;
    }
    try {
      return Json.read(record.substring(2)).isObject();
    } catch (IOException torn) {
      return false;
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
      return announce(number(text, 2), number(text, text.lastIndexOf(' ') + 1));
    }
    LineStatus status = LineStatus.of(text.isEmpty() ? 0 : text.charAt(0));
    int line = status == LineStatus.NOT_SENT ? 0 : number(text);
    if (line < 1 || line >= letters.length) {
      return false;
    }
    letters[line] = status.letter;
    offsets[line] = end;
    begun = true;
    finished = false;
    return true;
  }

  private boolean announce(int first, int last) {
    if (last < first || last >= letters.length) {
      return false;
    }
    begun = true;
    finished = false;
    if (first == 0) {
      announced = 0;
      replace(FAILED_BEFORE, LineStatus.FAILED.letter, 1, letters.length - 1);
    } else {
      announced = Math.max(announced, last);
      replace(LineStatus.FAILED.letter, FAILED_BEFORE, first, last);
    }
    return true;
  }

  private void replace(byte old, byte other, int first, int last) {
    for (int line = first; line <= last; line++) {
      letters[line] = letters[line] == old ? other : letters[line];
    }
  }

  /** The line's number in {@code S 17} or {@code D {"line":17,…}}; 0 when there is none. */
  private static int number(String text) {
    return number(text, text.startsWith(ROW_BEGINS, 2) ? 2 + ROW_BEGINS.length() : 2);
  }

  private static int number(String text, int from) {
    int number = 0;
    for (int i = from; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
