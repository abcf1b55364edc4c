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
  private final History history;
  private final Path journal;
  private final String cardId;
  private final EarlierRuns earlier;
  private final MemoryLedger now = new MemoryLedger();

  private Past(History history, Path journal, String cardId, EarlierRuns earlier) {
    this.earlier = earlier;
    this.history = history;
    this.journal = journal;
    this.cardId = cardId;
  }

  /** As {@link Journal#open} would find it; a failure where that fails. */
  static Past open(Path journal, String cardId, int lines, Start start, EarlierRuns earlier) {
    History history = read(journal, lines);
    return Journal.goesOn(history, start)
        ? new Past(history, journal, Journal.sameCard(history.header, cardId), earlier)
        : new Past(new History(lines), journal, cardId, earlier);
  }

  /** What a journal tells, if it is there. */
  static History read(Path journal, int lines) {
    History history = new History(lines);
    if (Files.exists(journal)) {
      try (InputStream in = new BufferedInputStream(new FileInputStream(journal.toFile()))) {
        history.read(in);
      } catch (IOException e) {
        throw JournalFile.broken(journal, e);
      }
    }
    return history;
  }

  @Override
  public void meet(Line line) {
    if (!fate(line.number()).isFinal()) {
      earlier
          .done(line)
          .map(row -> Outcome.done(line, row.put("line", line.number())))
          .ifPresent(done -> now.record(List.of(done)));
    }
  }

  @Override
  public String cardId(String named) {
    return cardId;
  }

  @Override
  public Fate fate(int line) {
    Fate fate = now.fate(line);
    return fate == Fate.NONE ? history.fate(line) : fate;
  }

  @Override
  public ObjectNode row(int line) {
    if (now.fate(line) != Fate.NONE) {
      return now.row(line);
    }
    try (JournalFile file = JournalFile.reading(journal)) {
      return Journal.row(file, history.offsets[line]);
    }
  }

  @Override
  public void sending(List<Line> pack) {}

  @Override
  public void record(List<Outcome> outcomes) {
    now.record(outcomes);
  }

  @Override
  public void finish() {}

  @Override
  public void close() {
    earlier.close();
  }
}
