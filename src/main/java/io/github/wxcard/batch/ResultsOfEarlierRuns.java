package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.FileTrust;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier runs of a command on an account have done, by code: a line's number says nothing in
 * another file, nor in the same one when it was edited.
 */
final class ResultsOfEarlierRuns implements AutoCloseable {
  private static final int PERHAPS_SENT = -1;
  private static final int NOT_DONE = -2;
  private static final int OFFSET_BITS = 44;

  private final CodeIndex codes = new CodeIndex(0);
  private final List<Path> journals = new ArrayList<>();

  /** The cards of codes that were sent, by line: a failure does not name them again. */
  private final Map<Integer, String> underWay = new HashMap<>();

  /** Where the results of codes that are done stand: a journal's index, and an offset in it. */
  private long[] results = new long[16];

  private int count;
  private JournalFile open;
  private int openIndex;

  /** Of all that the journals in a folder tell. */
  static ResultsOfEarlierRuns of(Path folder, BatchIdentity identity) throws IOException {
    ResultsOfEarlierRuns runs = new ResultsOfEarlierRuns();
    for (Path journal : journals(folder, identity)) {
      runs.read(journal);
    }
    return runs;
  }

  /** Whether one of them was over the same input before that was changed. */
  static boolean areOverOtherContent(Path folder, BatchIdentity identity) throws IOException {
    for (Path journal : journals(folder, identity)) {
      if (identity.isOtherContent(header(journal))) {
        return true;
      }
    }
    return false;
  }

  /** Of other runs of the command on the account that have sent something, as far as readable. */
  private static List<Path> journals(Path folder, BatchIdentity identity) throws IOException {
    List<Path> others = new ArrayList<>();
    Path own = folder.resolve(identity.fileName());
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, identity.fileNames())) {
      for (Path journal : all) {
        if (!journal.equals(own) && isTrusted(journal) && identity.isAkin(header(journal))) {
          others.add(journal);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    return others;
  }

  /** What is in the first record; nothing when nothing was sent after it was written. */
  private static ObjectNode header(Path journal) {
    try (InputStream in = new BufferedInputStream(new FileInputStream(journal.toFile()))) {
      JournalRecord first = JournalRecord.read(in, 0);
      JournalRecord next = first == null ? null : JournalRecord.read(in, first.end());
      ObjectNode header = next == null || next.isFinish() ? null : first.header();
      return header == null ? Json.object() : header;
    } catch (IOException unreadable) {
      return Json.object();
    }
  }

  private static boolean isTrusted(Path journal) {
    try {
      FileTrust.check(journal);
      return true;
    } catch (IOException untrusted) {
      return false;
    }
  }

  /** Takes in what a journal tells, records that are no longer whole left out. */
  private void read(Path journal) throws IOException {
    journals.add(journal);
    underWay.clear();
    try (InputStream in = new BufferedInputStream(new FileInputStream(journal.toFile()), 1 << 16)) {
      JournalRecord record = JournalRecord.read(in, 0);
      String card = record == null ? null : text(record.header(), "card_id");
      while (record != null) {
        if (record.begin() > 0 && record.ended()) {
          understand(record, card);
        }
        record = JournalRecord.read(in, record.end());
      }
    }
  }

  /** The result that an earlier run had for the code of this line, when it was done. */
  Optional<ObjectNode> done(InputLine line) {
    int known = known(line);
    if (known <= 0) {
      return Optional.empty();
    }
    long result = results[known - 1];
    open((int) (result >>> OFFSET_BITS));
    return Optional.of(open.result(result & ((1L << OFFSET_BITS) - 1)));
  }

  /** One at a time: there may be more journals than files that may be open. */
  private void open(int journal) {
    if (open == null || openIndex != journal) {
      close();
      open = JournalFile.reading(journals.get(journal));
      openIndex = journal;
    }
  }

  /**
   * Whether an earlier run may have sent the code of this line, and nobody knows what came of it.
   */
  boolean perhapsSent(InputLine line) {
    return known(line) == PERHAPS_SENT;
  }

  private int known(InputLine line) {
    return journals.isEmpty() ? 0 : codes.get(line.code(), line.cardId());
  }

  private void understand(JournalRecord record, String usualCard) {
    LineStatus status = record.status();
    ObjectNode row = status == LineStatus.NOT_SENT ? null : record.row();
    String code = text(row, "code");
    if (code == null) {
      return;
    }
    int line = row.path("line").asInt();
    String named = text(row, "card_id");
    String card = named == null ? underWay.getOrDefault(line, usualCard) : named;
    if (status == LineStatus.SENT && card != null) {
      underWay.put(line, card);
    } else {
      underWay.remove(line);
    }
    int value =
        switch (status) {
          case DONE -> result(record.begin());
          case SENT, UNKNOWN -> PERHAPS_SENT;
          default -> NOT_DONE;
        };
    put(code, null, value);
    if (card != null) {
      put(code, card, value);
    }
  }

  /** What is done stays so, whatever a later run has tried. */
  private void put(String code, String card, int value) {
    if (value > 0 || codes.get(code, card) <= 0) {
      codes.put(code, card, value);
    }
  }

  private int result(long offset) {
    if (count == results.length) {
      results = Arrays.copyOf(results, count * 2);
    }
    results[count++] = ((long) (journals.size() - 1) << OFFSET_BITS) | offset;
    return count;
  }

  private static String text(ObjectNode row, String key) {
    return row == null ? null : row.path(key).textValue();
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
