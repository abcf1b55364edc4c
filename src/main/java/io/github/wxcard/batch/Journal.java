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
  private final History history;
  private final String cardId;
  private final EarlierRuns earlier;

  /** Up to which line this run has said that it may send. */
  private int announced;

  private boolean finished;

  private Journal(JournalFile file, History history, String cardId, EarlierRuns earlier) {
    this.earlier = earlier;
    this.file = file;
    this.history = history;
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
      Identity identity,
      String cardId,
      int lines,
      Start start,
      EarlierRuns earlier)
      throws IOException {
    History history = new History(lines);
    file.replay(history);
    boolean emptied = file.isEmptied();
    if (isDamaged(history, identity) || (emptied && start != Start.AFRESH)) {
      return mended(file, identity, card(history.header, cardId), lines, start, earlier);
    }
    if (goesOn(history, start)) {
      return new Journal(file, history, sameCard(history.header, cardId), earlier);
    }
    file.clear();
    file.append(Json.write(identity.header(cardId)) + "\n");
    return new Journal(file, new History(lines), cardId, earlier);
  }

  /** Whether a journal that is there does not tell what it once did. */
  static boolean isDamaged(History history, Identity identity) {
    return history.damaged || (history.end > 0 && !identity.isOwn(history.header));
  }

  /** What a damaged one still tells, and that any other line may have been sent. */
  private static Journal mended(
      JournalFile file,
      Identity identity,
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
        Json.write(identity.header(cardId))
            + "\n"
            + results
            + History.ANNOUNCED
            + " 1 "
            + lines
            + "\n");
    file.persist();
    History history = new History(lines);
    file.replay(history);
    return new Journal(file, history, cardId, earlier);
  }

  /** Whether an earlier run is gone on with; a failure when nobody has said what to do about it. */
  static boolean goesOn(History history, Start start) {
    if (history.begun && !history.finished && start == Start.AFRESH) {
      throw Failure.of(
          Kind.INPUT,
          "an earlier run of this batch left lines undone; nothing was sent",
          "Go on with --resume, which repeats nothing that is done, or forget that run with"
              + " --restart.");
    }
    return history.end > 0 && start == Start.RESUME;
  }

  @Override
  public void meet(Line line) {
    Fate known = fate(line.number());
    if (known != Fate.NONE && known != Fate.FAILED) {
      return;
    }
    Optional<ObjectNode> done = earlier.done(line);
    if (done.isPresent()) {
      record(List.of(Outcome.done(line, done.get().put("line", line.number()))));
    } else if (earlier.perhapsSent(line)) {
      history.fates[line.number()] = Fate.SENT.letter;
    }
  }

  @Override
  public String cardId(String named) {
    return cardId;
  }

  @Override
  public Fate fate(int line) {
    return history.fate(line);
  }

  @Override
  public ObjectNode row(int line) {
    return row(file, history.offsets[line]);
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
  public synchronized void sending(List<Line> pack) {
    StringBuilder records = new StringBuilder();
    for (Line line : pack) {
      history.fates[line.number()] = Fate.SENT.letter;
      if (line.number() > announced) {
        announce(Math.min(line.number() + LINES_AHEAD, history.fates.length) - 1);
      }
      // With the code: a run over another file must know it, too.
      records.append((char) Fate.SENT.letter).append(' ').append(Json.write(sent(line)));
      records.append('\n');
    }
    file.append(records.toString());
  }

  private static ObjectNode sent(Line line) {
    ObjectNode row = Json.object().put("line", line.number()).put("code", line.code());
    return line.cardId() == null ? row : row.put("card_id", line.cardId());
  }

  private void announce(int last) {
    file.append(History.ANNOUNCED + " " + (announced + 1) + " " + last + "\n");
    file.persist();
    announced = last;
  }

  @Override
  public void record(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      int line = outcome.line().number();
      String row = Json.write(outcome.row());
      history.offsets[line] = file.append((char) outcome.fate().letter + " " + row + "\n");
      history.fates[line] = outcome.fate().letter;
    }
  }

  @Override
  public void finish() {
    file.append(History.FINISHED + "\n");
    file.persist();
    finished = true;
  }

  @Override
  public synchronized void close() {
    if (Math.max(announced, history.announced) > 0 && !finished) {
      withdraw();
    }
    file.close();
    earlier.close();
  }

  /** Names the lines that did leave, so that the next run need not look up those that did not. */
  private void withdraw() {
    StringBuilder records = new StringBuilder();
    for (int line = 1; line < history.fates.length; line++) {
      if (fate(line) == Fate.SENT) {
        records.append((char) Fate.SENT.letter).append(' ').append(line).append('\n');
      }
    }
    file.append(records.append(History.ANNOUNCED).append(" 0\n").toString());
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
