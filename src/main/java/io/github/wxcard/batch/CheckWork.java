package io.github.wxcard.batch;

import io.github.wxcard.client.Deposits;
import io.github.wxcard.client.Deposits.Known;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.List;
import java.util.Set;

/** Asks which codes were imported, a hundred a call; one that was not counts as failed. */
public final class CheckWork implements Work {
  private final Deposits deposits;
  private final String cardId;

  public CheckWork(Deposits deposits, String cardId) {
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
  public List<Outcome> carryOut(List<Line> pack, boolean looksFirst) {
    try {
      Known there = deposits.check(cardId, pack.stream().map(Line::code).toList());
      return pack.stream().map(line -> checked(line, there)).toList();
    } catch (Failure failure) {
      return Outcome.all(pack, Outcome::failed, failure);
    }
  }

  private Outcome checked(Line line, Known there) {
    if (there.has(line.code())) {
      return Outcome.done(line, line.done(cardId, null).put("exists", true));
    }
    Outcome missing =
        Outcome.failed(
            line,
            Failure.of(
                Kind.REFUSED,
                "the card has no such code",
                "Import it with `wxcard code deposit " + cardId + " " + line.code() + "`."));
    missing.row().put("exists", false);
    return missing;
  }
}
