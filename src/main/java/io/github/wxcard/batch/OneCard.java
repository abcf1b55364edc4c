package io.github.wxcard.batch;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.Iterator;
import java.util.Optional;

/** Lines of which all must be about one card: one that names another cannot be used. */
public record OneCard(Iterator<InputLine> lines, String cardId) implements Iterator<InputLine> {
  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public InputLine next() {
    InputLine inputLine = lines.next();
    return inputLine.flaw().isPresent() || cardId.equals(inputLine.cardId())
        ? inputLine
        : astray(inputLine);
  }

  private InputLine astray(InputLine inputLine) {
    Failure failure =
        Failure.of(
            Kind.INPUT,
            "its code is of card " + inputLine.cardId() + ", and the command is about " + cardId,
            "Give the codes of each card a file of their own.");
    return new InputLine(
        inputLine.number(), inputLine.code(), inputLine.cardId(), Optional.of(failure));
  }
}
