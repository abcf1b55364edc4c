package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a journal knows of a batch, for a run that sends nothing and writes nothing down. */
final class Past implements Ledger {
  private final JournalReplay journalReplay;
  private final Path journal;
  private final String cardId;
  private final EarlierRuns earlier;
  private final MemoryLedger now = new MemoryLedger();

  private Past(JournalReplay journalReplay, Path journal, String cardId, EarlierRuns earlier) {
    this.earlier = earlier;
    this.journalReplay = journalReplay;
    this.journal = journal;
    this.cardId = cardId;
  }

  /** As {@link Journal#open} would find it; a failure where that fails. */
  static Past open(Path journal, String cardId, int lines, Start start, EarlierRuns earlier) {
    JournalReplay journalReplay = read(journal, lines);
    return Journal.goesOn(journalReplay, start)
        ? new Past(journalReplay, journal, Journal.sameCard(journalReplay.header, cardId), earlier)
        : new Past(new JournalReplay(lines), journal, cardId, earlier);
  }

  /** What a journal tells, if it is there. */
  static JournalReplay read(Path journal, int lines) {
    JournalReplay journalReplay = new JournalReplay(lines);
    if (Files.exists(journal)) {
      try (InputStream in = new BufferedInputStream(new FileInputStream(journal.toFile()))) {
        journalReplay.read(in);
      } catch (IOException e) {
        throw JournalFile.broken(journal, e);
      }
    }
    return journalReplay;
  }

  @Override
  public void meet(InputLine inputLine) {
    if (!fate(inputLine.number()).isFinal()) {
      earlier
          .done(inputLine)
          .map(row -> LineResult.done(inputLine, row.put("line", inputLine.number())))
          .ifPresent(done -> now.record(List.of(done)));
    }
  }

  @Override
  public String cardId(String named) {
    return cardId;
  }

  @Override
  public LineStatus fate(int inputLine) {
    LineStatus lineStatus = now.fate(inputLine);
    return lineStatus == LineStatus.NONE ? journalReplay.fate(inputLine) : lineStatus;
  }

  @Override
  public ObjectNode row(int inputLine) {
    if (now.fate(inputLine) != LineStatus.NONE) {
      return now.row(inputLine);
    }
    try (JournalFile file = JournalFile.reading(journal)) {
      return Journal.row(file, journalReplay.offsets[inputLine]);
    }
  }

  @Override
  public void sending(List<InputLine> pack) {}

  @Override
  public void record(List<LineResult> outcomes) {
    now.record(outcomes);
  }

  @Override
  public void finish() {}

  @Override
  public void close() {
    earlier.close();
  }
}
