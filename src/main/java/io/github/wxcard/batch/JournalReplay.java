package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.Journal.StartMode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What earlier runs wrote into a journal. Reading ends before the first record that is not whole,
 * as after a crash in the middle of one.
 */
final class JournalReplay {
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

  private ObjectNode header = Json.object();
  boolean begun;
  boolean finished;

  /** Whether more follows than a crash can have left. */
  boolean damaged;

  private boolean torn;

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
    return header.path("card_id").textValue();
  }

  LineStatus status(int line) {
    LineStatus written = LineStatus.of(letters[line]);
    boolean perhapsSent = letters[line] == FAILED_BEFORE || line <= announced;
    return written == LineStatus.NOT_SENT && perhapsSent ? LineStatus.SENT : written;
  }

  void read(InputStream in) throws IOException {
    JournalRecord record = JournalRecord.read(in, 0);
    for (; record != null; record = JournalRecord.read(in, record.end())) {
      read(record);
    }
  }

  private void read(JournalRecord record) {
    if (!record.ended()) {
      damaged |= end == 0 && !record.text().startsWith("{");
    } else if (!torn && record.isText() && understand(record)) {
      end = record.end();
    } else {
      damaged |= end == 0 || (torn && record.tellsSomething());
      torn = true;
    }
  }

  private boolean understand(JournalRecord record) {
    if (end == 0) {
      ObjectNode first = record.header();
      header = first == null ? header : first;
      return record.isHeader();
    }
    if (record.isFinish()) {
      finished = true;
      announced = 0;
      return true;
    }
    if (record.isAnnouncement()) {
      return announce(record.firstLine(), record.lastLine());
    }
    LineStatus status = record.status();
    int line = status == LineStatus.NOT_SENT ? 0 : record.line();
    if (line < 1 || line >= letters.length) {
      return false;
    }
    letters[line] = status.letter;
    offsets[line] = record.begin();
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
}
