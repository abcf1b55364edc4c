package io.github.wxcard.batch;

import io.github.wxcard.client.Deposits;
import io.github.wxcard.client.Deposits.Counts;
import io.github.wxcard.client.Deposits.Known;
import io.github.wxcard.client.UncertainOutcomeException;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Set;

/** What is done with the codes that a merchant imports for a card, a hundred a call. */
public abstract class DepositTask implements BatchTask {
  final Deposits deposits;
  final String cardId;
  private final String command;

  private DepositTask(String command, Deposits deposits, String cardId) {
    this.command = command;
    this.deposits = deposits;
    this.cardId = cardId;
  }

  @Override
  public String command() {
    return command;
  }

  @Override
  public int chunkSize() {
    return Deposits.MOST;
  }

  @Override
  public boolean oneCard() {
    return true;
  }

  @Override
  public Set<Integer> fatalErrcodes() {
    return Deposits.ABOUT_THE_CARD;
  }

  static List<String> codes(List<InputLine> chunk) {
    return chunk.stream().map(InputLine::code).toList();
  }

  LineResult done(InputLine line) {
    return LineResult.done(line, line.done(cardId, null));
  }

  /** Asks which codes were imported; one that was not counts as failed. */
  public static final class Check extends DepositTask {
    public Check(Deposits deposits, String cardId) {
      super("code check", deposits, cardId);
    }

    @Override
    public boolean readOnly() {
      return true;
    }

    @Override
    public List<LineResult> process(List<InputLine> chunk, boolean lookUpFirst) {
      try {
        Known there = deposits.check(cardId, codes(chunk));
        return chunk.stream().map(line -> checked(line, there)).toList();
      } catch (Failure failure) {
        return LineResult.all(chunk, LineResult::failed, failure);
      }
    }

    private LineResult checked(InputLine line, Known there) {
      boolean exists = there.has(line.code());
      LineResult result = exists ? done(line) : LineResult.failed(line, missing(line));
      result.row().put("exists", exists);
      return result;
    }

    private Failure missing(InputLine line) {
      return Failure.of(
          FailureKind.REFUSED,
          "the card has no such code",
          "Import it with `wxcard code deposit " + cardId + " " + line.code() + "`.");
    }
  }

  /**
   * Imports codes for WeChat to hand out. An import may be repeated; when the answer's counts leave
   * open which codes were taken, the codes are asked for.
   */
  public static final class Deposit extends DepositTask {
    private Counts counted = new Counts(0, 0, 0, Set.of());

    public Deposit(Deposits deposits, String cardId) {
      super("code deposit", deposits, cardId);
    }

    /** What WeChat counted in all answers that were not lost. */
    public synchronized Counts counted() {
      return counted;
    }

    @Override
    public List<LineResult> process(List<InputLine> chunk, boolean lookUpFirst) {
      Counts counts;
      try {
        counts = deposits.add(cardId, codes(chunk), false);
      } catch (UncertainOutcomeException lost) {
        return repeated(chunk, lost.failure());
      } catch (Failure failure) {
        return LineResult.all(chunk, LineResult::failed, failure);
      }
      count(counts);
      return counts.complete(chunk.size())
          ? chunk.stream().map(this::done).toList()
          : settled(chunk, counts.failed(), null);
    }

    /** What the repeated call counts as known may well be what the first one added. */
    private List<LineResult> repeated(List<InputLine> chunk, Failure lost) {
      try {
        return settled(chunk, deposits.add(cardId, codes(chunk), true).failed(), lost);
      } catch (UncertainOutcomeException again) {
        return settled(chunk, Set.of(), again.failure());
      } catch (Failure again) {
        // That this one never left says nothing of the first one.
        return again.kind() == FailureKind.NETWORK
            ? settled(chunk, Set.of(), lost)
            : LineResult.all(chunk, LineResult::failed, again);
      }
    }

    /**
     * Asks which codes of a chunk there are.
     *
     * @param failed those that the answer names as not taken
     * @param lost why the first answer did not come, or null when it did
     */
    private List<LineResult> settled(List<InputLine> chunk, Set<String> failed, Failure lost) {
      Known there;
      try {
        there = deposits.check(cardId, codes(chunk));
      } catch (Failure lookup) {
        Failure why = lost == null ? lookup : lost;
        return LineResult.all(
            chunk, LineResult::unknown, why.meaning("Whether the code was taken is not known."));
      }
      return chunk.stream().map(line -> settled(line, failed, there, lost)).toList();
    }

    private LineResult settled(InputLine line, Set<String> failed, Known there, Failure lost) {
      if (there.has(line.code()) && !failed.contains(line.code())) {
        return lost == null ? done(line) : LineResult.recovered(line, done(line).row());
      }
      return LineResult.failed(
          line,
          Failure.of(
                  FailureKind.REFUSED,
                  "WeChat did not take this code",
                  "Look at its characters and its length; most pages of WeChat say 20 bytes at"
                      + " most.")
              .retryable(lost != null));
    }

    private synchronized void count(Counts counts) {
      counted =
          new Counts(
              counted.added() + counts.added(),
              counted.known() + counts.known(),
              counted.refused() + counts.refused(),
              Set.of());
    }
  }
}
