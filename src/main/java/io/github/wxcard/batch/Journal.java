package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A ledger in a file of the state folder. That a request may leave is on the disk before it does,
 * for many lines at a time, as a disk takes longer than a call. Results are only written: when the
 * machine goes down before they reach the disk, the announcement has the code looked up.
 */
public final class Journal implements Ledger {
  private static final int LINES_AHEAD = 1024;

  private final JournalFile file;
  private final JournalReplay journalReplay;
  private final String cardId;
  private final EarlierRuns earlier;

  /** Up to which inputLine this run has said that it may send. */
  private int announced;

  private boolean finished;

  private Journal(
      JournalFile file, JournalReplay journalReplay, String cardId, EarlierRuns earlier) {
    this.earlier = earlier;
    this.file = file;
    this.journalReplay = journalReplay;
    this.cardId = cardId;
  }

  /**
   * Opens the batch's journal.
   *
   * @param cardId the card the command names, or null
   * @param lines how many lines the input has
   * @param earlier what other runs have done, for this one not to do it again
   */
  static Journal open(
      JournalFile file,
      BatchIdentity batchIdentity,
      String cardId,
      int lines,
      Start start,
      EarlierRuns earlier)
      throws IOException {
    JournalReplay journalReplay = new JournalReplay(lines);
    file.replay(journalReplay);
    boolean emptied = file.isEmptied();
    if (isDamaged(journalReplay, batchIdentity) || (emptied && start != Start.AFRESH)) {
      return mended(file, batchIdentity, card(journalReplay.header, cardId), lines, start, earlier);
    }
    if (goesOn(journalReplay, start)) {
      return new Journal(file, journalReplay, sameCard(journalReplay.header, cardId), earlier);
    }
    file.clear();
    file.append(Json.write(batchIdentity.header(cardId)) + "\n");
    return new Journal(file, new JournalReplay(lines), cardId, earlier);
  }

  /** Whether a journal that is there does not tell what it once did. */
  static boolean isDamaged(JournalReplay journalReplay, BatchIdentity batchIdentity) {
    return journalReplay.damaged
        || (journalReplay.end > 0 && !batchIdentity.isOwn(journalReplay.header));
  }

  /** What a damaged one still tells, and that any other inputLine may have been sent. */
  private static Journal mended(
      JournalFile file,
      BatchIdentity batchIdentity,
      String cardId,
      int lines,
      Start start,
      EarlierRuns earlier) {
    if (start == Start.AFRESH) {
      throw Failure.of(
          Kind.INPUT,
          "the journal of an earlier run of this batch is damaged; nothing was sent",
          "Give --restart to have every code looked up of which it does not tell: " + file.path());
    }
    String results = file.salvage();
    file.clear();
    file.append(
        Json.write(batchIdentity.header(cardId))
            + "\n"
            + results
            + JournalReplay.ANNOUNCED
            + " 1 "
            + lines
            + "\n");
    file.persist();
    JournalReplay journalReplay = new JournalReplay(lines);
    file.replay(journalReplay);
    return new Journal(file, journalReplay, cardId, earlier);
  }

  /** Whether an earlier run is gone on with; a failure when nobody has said what to do about it. */
  static boolean goesOn(JournalReplay journalReplay, Start start) {
    if (journalReplay.begun && !journalReplay.finished && start == Start.AFRESH) {
      throw Failure.of(
          Kind.INPUT,
          "an earlier run of this batch left lines undone; nothing was sent",
          "Go on with --resume, which repeats nothing that is done, or forget that run with"
              + " --restart.");
    }
    return journalReplay.end > 0 && start == Start.RESUME;
  }

  @Override
  public void meet(InputLine inputLine) {
    LineStatus known = fate(inputLine.number());
    if (known != LineStatus.NONE && known != LineStatus.FAILED) {
      return;
    }
    Optional<ObjectNode> done = earlier.done(inputLine);
    if (done.isPresent()) {
      record(List.of(LineResult.done(inputLine, done.get().put("line", inputLine.number()))));
    } else if (earlier.perhapsSent(inputLine)) {
      journalReplay.fates[inputLine.number()] = LineStatus.SENT.letter;
    }
  }

  @Override
  public String cardId(String named) {
    return cardId;
  }

  @Override
  public LineStatus fate(int inputLine) {
    return journalReplay.fate(inputLine);
  }

  @Override
  public ObjectNode row(int inputLine) {
    return row(file, journalReplay.offsets[inputLine]);
  }

  /** The result whose record begins at an offset. */
  static ObjectNode row(JournalFile file, long offset) {
    String record = file.record(offset);
    try {
      return (ObjectNode) Json.read(record.substring(2));
    } catch (IOException e) {
      throw JournalFile.broken(file.path(), e);
    }
  }

  @Override
  public synchronized void sending(List<InputLine> pack) {
    StringBuilder records = new StringBuilder();
    for (InputLine inputLine : pack) {
      journalReplay.fates[inputLine.number()] = LineStatus.SENT.letter;
      if (inputLine.number() > announced) {
        announce(Math.min(inputLine.number() + LINES_AHEAD, journalReplay.fates.length) - 1);
      }
      // With the code: a run over another file must know it, too.
      records.append((char) LineStatus.SENT.letter).append(' ').append(Json.write(sent(inputLine)));
      records.append('\n');
    }
    file.append(records.toString());
  }

  private static ObjectNode sent(InputLine inputLine) {
    ObjectNode row = Json.object().put("line", inputLine.number()).put("code", inputLine.code());
    return inputLine.cardId() == null ? row : row.put("card_id", inputLine.cardId());
  }

  private void announce(int last) {
    file.append(JournalReplay.ANNOUNCED + " " + (announced + 1) + " " + last + "\n");
    file.persist();
    announced = last;
  }

  @Override
  public void record(List<LineResult> outcomes) {
    for (LineResult lineResult : outcomes) {
      int inputLine = lineResult.line().number();
      String row = Json.write(lineResult.row());
      journalReplay.offsets[inputLine] =
          file.append((char) lineResult.fate().letter + " " + row + "\n");
      journalReplay.fates[inputLine] = lineResult.fate().letter;
    }
  }

  @Override
  public void finish() {
    file.append(JournalReplay.FINISHED + "\n");
    file.persist();
    finished = true;
  }

  @Override
  public synchronized void close() {
    if (Math.max(announced, journalReplay.announced) > 0 && !finished) {
      withdraw();
    }
    file.close();
    earlier.close();
  }

  /** Names the lines that did leave, so that the next run need not look up those that did not. */
  private void withdraw() {
    StringBuilder records = new StringBuilder();
    for (int inputLine = 1; inputLine < journalReplay.fates.length; inputLine++) {
      if (fate(inputLine) == LineStatus.SENT) {
        records.append((char) LineStatus.SENT.letter).append(' ').append(inputLine).append('\n');
      }
    }
    file.append(records.append(JournalReplay.ANNOUNCED).append(" 0\n").toString());
    // Whoever would still send comes upon the closed file.
    announced = 0;
  }

  /** The card that a run had which is gone on with; a failure when another one is named. */
  static String sameCard(String header, String cardId) {
    String remembered = card(header);
    if (cardId == null || cardId.equals(remembered)) {
      return remembered;
    }
    throw Failure.of(
        Kind.INPUT,
        "the run to be resumed had " + (remembered == null ? "no card" : "card " + remembered),
        "Leave the card out, or begin anew with --restart.");
  }

  private static String card(String header, String cardId) {
    return cardId == null ? card(header) : cardId;
  }

  private static String card(String header) {
    try {
      JsonNode card = Json.read(header).path("card_id");
      return card.isTextual() ? card.textValue() : null;
    } catch (IOException e) {
      return null;
    }
  }
}
