package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
  private final ResultsOfEarlierRuns earlier;
  private final Map<Integer, LineResult> unwritten = new ConcurrentHashMap<>();

  /** Up to which line this run has said that it may send. */
  private int announced;

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
      boolean writes,
      JournalFile file,
      JournalReplay replay,
      String cardId,
      ResultsOfEarlierRuns earlier) {
    this.writes = writes;
    this.file = file;
    this.replay = replay;
    this.cardId = cardId;
    this.earlier = earlier;
  }

  /** For a few codes typed on the command line. */
  public static Journal inMemory(String cardId, int lines) {
    return readOnly(null, new JournalReplay(lines), cardId, new ResultsOfEarlierRuns());
  }

  /**
   * For a run that sends nothing.
   *
   * @param file null when nothing in it counts
   */
  static Journal readOnly(
      JournalFile file, JournalReplay replay, String cardId, ResultsOfEarlierRuns earlier) {
    return new Journal(false, file, replay, cardId, earlier);
  }

  /**
   * For a run that begins or goes on.
   *
   * @param earlier what other runs have done, for this one not to do it again
   */
  static Journal writing(
      JournalFile file, JournalReplay replay, String cardId, ResultsOfEarlierRuns earlier) {
    return new Journal(true, file, replay, cardId, earlier);
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
      announce(line.number());
      records.append(JournalRecord.sending(line));
    }
    file.append(records.toString());
  }

  private void announce(int line) {
    if (line > announced) {
      int last = Math.min(line + LINES_AHEAD, replay.letters.length) - 1;
      file.append(JournalRecord.announced(announced + 1, last));
      file.persist();
      announced = last;
    }
  }

  /** Writes down what came of some lines. */
  void record(List<LineResult> results) {
    for (LineResult result : results) {
      int line = result.line().number();
      if (writes) {
        replay.offsets[line] = file.append(JournalRecord.result(result));
        replay.letters[line] = result.status().letter;
      } else {
        unwritten.put(line, result);
      }
    }
  }

  /** Every line has its last answer: the next run begins anew. */
  public synchronized void finish() {
    if (writes) {
      file.append(JournalRecord.finished());
      file.persist();
      announced = 0;
      replay.announced = 0;
    }
  }

  @Override
  public synchronized void close() {
    if (writes && Math.max(announced, replay.announced) > 0) {
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
        records.append(JournalRecord.sent(line));
      }
    }
    file.append(records.append(JournalRecord.withdrawn()).toString());
  }
}
