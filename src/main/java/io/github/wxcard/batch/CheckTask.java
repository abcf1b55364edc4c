package io.github.wxcard.batch;

import io.github.wxcard.client.Deposits;
import io.github.wxcard.client.Deposits.Known;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
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
  public int packSize() {
    return Deposits.MOST;
  }

  @Override
  public boolean irreversible() {
    return false;
  }

  @Override
  public Set<Integer> hopeless() {
    return Deposits.ABOUT_THE_CARD;
  }

  @Override
  public List<LineResult> carryOut(List<InputLine> pack, boolean looksFirst) {
    try {
      Known there = deposits.check(cardId, pack.stream().map(InputLine::code).toList());
      return pack.stream().map(inputLine -> checked(inputLine, there)).toList();
    } catch (Failure failure) {
      return LineResult.all(pack, LineResult::failed, failure);
    }
  }

  private LineResult checked(InputLine inputLine, Known there) {
    if (there.has(inputLine.code())) {
      return LineResult.done(inputLine, inputLine.done(cardId, null).put("exists", true));
    }
    LineResult missing =
        LineResult.failed(
            inputLine,
            Failure.of(
                Kind.REFUSED,
                "the card has no such code",
                "Import it with `wxcard code deposit " + cardId + " " + inputLine.code() + "`."));
    missing.row().put("exists", false);
    return missing;
  }
}
