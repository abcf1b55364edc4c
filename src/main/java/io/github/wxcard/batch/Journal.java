package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what became of each line; used from several threads at once. One that writes has said
 * on the disk that a request may leave before it does, for many lines at a time, as a disk takes
 * longer than a call. Results are only written: when the machine goes down before they reach the
 * disk, the announcement has the code looked up. One that only reads keeps what comes in memory.
 */
public final class Journal implements AutoCloseable {
  private static final int LINES_AHEAD = 1024;

  private final boolean writes;

  /** Null when nothing is read or written. */
  private final JournalFile file;

  private final JournalReplay replay;
  private final String cardId;
  private final EarlierRuns earlier;
  private final Map<Integer, LineResult> unwritten = new ConcurrentHashMap<>();

  /** Up to which line this run has said that it may send. */
  private int announced;

  private boolean finished;

  /** What to do about the journal of an earlier run over the same input. */
  public enum StartMode {
    /** Begin; refuse when the earlier run left something open. */
    AFRESH,
    /** Go on where it ended. */
    RESUME,
    /** Forget it. */
    RESTART
  }

  private Journal(
      boolean writes, JournalFile file, JournalReplay replay, String cardId, EarlierRuns earlier) {
    this.writes = writes;
    this.file = file;
    this.replay = replay;
    this.cardId = cardId;
    this.earlier = earlier;
  }

  /** For a few codes typed on the command line. */
  public static Journal inMemory(String cardId, int lines) {
    return new Journal(false, null, new JournalReplay(lines), cardId, new EarlierRuns());
  }

  /** For a run that sends nothing: as {@link #open} would find it; a failure where that fails. */
  static Journal readOnly(
      Path path, String cardId, int lines, StartMode start, EarlierRuns earlier) {
    JournalReplay replay = JournalReplay.of(path, lines);
    if (!replay.isResumed(start)) {
      return new Journal(false, null, new JournalReplay(lines), cardId, earlier);
    }
    String card = replay.sameCard(cardId);
    return new Journal(false, JournalFile.reading(path), replay, card, earlier);
  }

  /**
   * Opens the batch's journal to go on in it or to begin it.
   *
   * @param cardId the card the command names, or null
   * @param lines how many lines the input has
   * @param earlier what other runs have done, for this one not to do it again
   */
  static Journal open(
      JournalFile file,
      BatchIdentity identity,
      String cardId,
      int lines,
      StartMode start,
      EarlierRuns earlier)
      throws IOException {
    JournalReplay replay = new JournalReplay(lines);
    file.replay(replay);
    boolean emptied = file.isEmptied();
    if (replay.isDamaged(identity) || (emptied && start != StartMode.AFRESH)) {
      String card = cardId == null ? replay.cardId() : cardId;
      return mended(file, identity, card, lines, start, earlier);
    }
    if (replay.isResumed(start)) {
      return new Journal(true, file, replay, replay.sameCard(cardId), earlier);
    }
    file.clear();
    file.append(header(identity, cardId));
    return new Journal(true, file, new JournalReplay(lines), cardId, earlier);
  }

  /** What a damaged one still tells, and that any other line may have been sent. */
  private static Journal mended(
      JournalFile file,
      BatchIdentity identity,
      String cardId,
      int lines,
      StartMode start,
      EarlierRuns earlier) {
    if (start == StartMode.AFRESH) {
      throw Failure.of(
          FailureKind.INPUT,
          "the journal of an earlier run of this batch is damaged; nothing was sent",
          "Give --restart to have every code looked up of which it does not tell: " + file.path());
    }
    String results = file.salvage();
    file.clear();
    file.append(header(identity, cardId) + results + JournalRecord.announced(1, lines));
    file.persist();
    JournalReplay replay = new JournalReplay(lines);
    file.replay(replay);
    return new Journal(true, file, replay, cardId, earlier);
  }

  private static String header(BatchIdentity identity, String cardId) {
    return Json.write(identity.header(cardId)) + "\n";
  }

  /** The card of codes beside which none is named, or null; a resumed batch remembers it. */
  public String cardId() {
    return cardId;
  }

  /**
   * The line comes for the first time: what other runs have done to its code counts from now. A dry
   * run takes that for done which the real one would look up.
   */
  void recall(InputLine line) {
    LineStatus known = status(line.number());
    if (writes ? known != LineStatus.NOT_SENT && known != LineStatus.FAILED : known.isFinal()) {
      return;
    }
    Optional<ObjectNode> done = earlier.done(line);
    if (done.isPresent()) {
      record(List.of(LineResult.done(line, done.get().put("line", line.number()))));
    } else if (writes && earlier.perhapsSent(line)) {
      replay.letters[line.number()] = LineStatus.SENT.letter;
    }
  }

  /** What is known of a line. */
  LineStatus status(int line) {
    LineResult result = unwritten.get(line);
    return result == null ? replay.status(line) : result.status();
  }

  /** The result of a line that has one. */
  ObjectNode row(int line) {
    LineResult result = unwritten.get(line);
    return result == null ? file.result(replay.offsets[line]) : result.row().deepCopy();
  }

  /** Returns once it is written down for good that these lines are about to be sent. */
  synchronized void sending(List<InputLine> lines) {
    if (!writes) {
      return;
    }
    StringBuilder records = new StringBuilder();
    for (InputLine line : lines) {
      replay.letters[line.number()] = LineStatus.SENT.letter;
      if (line.number() > announced) {
        announce(Math.min(line.number() + LINES_AHEAD, replay.letters.length) - 1);
      }
      // With the code: a run over another file must know it, too.
      records.append(JournalRecord.of(LineStatus.SENT, Json.write(sent(line))));
    }
    file.append(records.toString());
  }

  private static ObjectNode sent(InputLine line) {
    ObjectNode row = Json.object().put("line", line.number()).put("code", line.code());
    return line.cardId() == null ? row : row.put("card_id", line.cardId());
  }

  private void announce(int last) {
    file.append(JournalRecord.announced(announced + 1, last));
    file.persist();
    announced = last;
  }

  /** Writes down what came of some lines. */
  void record(List<LineResult> results) {
    for (LineResult result : results) {
      int line = result.line().number();
      if (writes) {
        String row = Json.write(result.row());
        replay.offsets[line] = file.append(JournalRecord.of(result.status(), row));
        replay.letters[line] = result.status().letter;
      } else {
        unwritten.put(line, result);
      }
    }
  }

  /** Every line has its last answer: the next run begins anew. */
  public void finish() {
    if (writes) {
      file.append(JournalRecord.finished());
      file.persist();
      finished = true;
    }
  }

  @Override
  public synchronized void close() {
    if (writes && Math.max(announced, replay.announced) > 0 && !finished) {
      withdraw();
    }
    if (file != null) {
      file.close();
    }
    earlier.close();
  }

  /** Names the lines that did leave, so that the next run need not look up those that did not. */
  private void withdraw() {
    StringBuilder records = new StringBuilder();
    for (int line = 1; line < replay.letters.length; line++) {
      if (status(line) == LineStatus.SENT) {
        records.append(JournalRecord.of(LineStatus.SENT, Integer.toString(line)));
      }
    }
    file.append(records.append(JournalRecord.withdrawn()).toString());
    // Whoever would still send comes upon the closed file.
    announced = 0;
  }
}
