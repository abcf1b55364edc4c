package io.github.wxcard.batch;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.Iterator;
import java.util.Optional;

/** Lines of which all must be about one card: one that names another cannot be used. */
public record OneCard(Iterator<Line> lines, String cardId) implements Iterator<Line> {
  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public Line next() {
    Line line = lines.next();
    return line.flaw().isPresent() || cardId.equals(line.cardId()) ? line : astray(line);
  }

  private Line astray(Line line) {
    Failure failure =
        Failure.of(
            Kind.INPUT,
            "its code is of card " + line.cardId() + ", and the command is about " + cardId,
            "Give the codes of each card a file of their own.");
    return new Line(line.number(), line.code(), line.cardId(), Optional.of(failure));
  }
}
