package io.github.wxcard.batch;

import io.github.wxcard.client.Deposits;
import io.github.wxcard.client.Deposits.Known;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Set;

/** Asks which codes were imported, a hundred a call; one that was not counts as failed. */
public final class CheckTask implements BatchTask {
  private final Deposits deposits;
  private final String cardId;

  public CheckTask(Deposits deposits, String cardId) {
    this.deposits = deposits;
    this.cardId = cardId;
  }

  @Override
  public String command() {
    return "code check";
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
  public boolean readOnly() {
    return true;
  }

  @Override
  public boolean oneCard() {
    return true;
  }

  @Override
  public Set<Integer> fatalErrcodes() {
    return Deposits.ABOUT_THE_CARD;
  }

  @Override
  public List<LineResult> process(List<InputLine> chunk, boolean lookUpFirst) {
    try {
      Known there = deposits.check(cardId, chunk.stream().map(InputLine::code).toList());
      return chunk.stream().map(line -> checked(line, there)).toList();
    } catch (Failure failure) {
      return LineResult.all(chunk, LineResult::failed, failure);
    }
  }

  private LineResult checked(InputLine line, Known there) {
    if (there.has(line.code())) {
      return LineResult.done(line, line.done(cardId, null).put("exists", true));
    }
    LineResult missing =
        LineResult.failed(
            line,
            Failure.of(
                FailureKind.REFUSED,
                "the card has no such code",
                "Import it with `wxcard code deposit " + cardId + " " + line.code() + "`."));
    missing.row().put("exists", false);
    return missing;
  }
}
