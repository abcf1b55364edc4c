package io.github.wxcard.batch;

import io.github.wxcard.client.Deposits;
import io.github.wxcard.client.Deposits.Counts;
import io.github.wxcard.client.Deposits.Known;
import io.github.wxcard.client.UncertainOutcomeException;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Set;

/**
 * Imports codes for WeChat to hand out, a hundred a call. An import may be repeated; when the
 * answer's counts leave open which codes were taken, the codes are asked for.
 */
public final class DepositTask implements BatchTask {
  private final Deposits deposits;
  private final String cardId;
  private int added;
  private int known;
  private int refused;

  public DepositTask(Deposits deposits, String cardId) {
    this.deposits = deposits;
    this.cardId = cardId;
  }

  @Override
  public String command() {
    return "code deposit";
  }

  @Override
  public int chunkSize() {
    return Deposits.MOST;
  }

  @Override
  public boolean irreversible() {
    return false;
  }

  @Override
  public boolean oneCard() {
    return true;
  }

  @Override
  public Set<Integer> fatalErrcodes() {
    return Deposits.ABOUT_THE_CARD;
  }

  /** How many codes WeChat said were new, in answers that were not lost. */
  public synchronized int added() {
    return added;
  }

  /** How many codes WeChat said it had before. */
  public synchronized int known() {
    return known;
  }

  /** How many codes WeChat said it did not take. */
  public synchronized int refused() {
    return refused;
  }

  @Override
  public List<LineResult> process(List<InputLine> chunk, boolean lookUpFirst) {
    List<String> codes = chunk.stream().map(InputLine::code).toList();
    Counts counts;
    try {
      counts = deposits.add(cardId, codes, false);
    } catch (UncertainOutcomeException lost) {
      return repeated(chunk, codes, lost.failure());
    } catch (Failure failure) {
      return LineResult.all(chunk, LineResult::failed, failure);
    }
    count(counts);
    return counts.complete(codes.size())
        ? chunk.stream().map(this::done).toList()
        : settled(chunk, codes, counts.failed(), null);
  }

  /** What the repeated call counts as known may well be what the first one added. */
  private List<LineResult> repeated(List<InputLine> chunk, List<String> codes, Failure lost) {
    try {
      Counts counts = deposits.add(cardId, codes, true);
      return settled(chunk, codes, counts.failed(), lost);
    } catch (UncertainOutcomeException again) {
      return settled(chunk, codes, Set.of(), again.failure());
    } catch (Failure again) {
      // That this one never left says nothing of the first one.
      return again.kind() == FailureKind.NETWORK
          ? settled(chunk, codes, Set.of(), lost)
          : LineResult.all(chunk, LineResult::failed, again);
    }
  }

  /**
   * Asks which codes of a chunk there are.
   *
   * @param failed those that the answer names as not taken
   * @param lost why the first answer did not come, or null when it did
   */
  private List<LineResult> settled(
      List<InputLine> chunk, List<String> codes, Set<String> failed, Failure lost) {
    Known there;
    try {
      there = deposits.check(cardId, codes);
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
                "Look at its characters and its length; most pages of WeChat say 20 bytes at most.")
            .retryable(lost != null));
  }

  private LineResult done(InputLine line) {
    return LineResult.done(line, line.done(cardId, null));
  }

  private synchronized void count(Counts counts) {
    added += counts.added();
    known += counts.known();
    refused += counts.refused();
  }
}
