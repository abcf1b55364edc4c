package io.github.wxcard.cli.definition;

import io.github.wxcard.card.CardTemplate;
import java.util.Iterator;

/** The words that {@code wxcard new} takes, for help and completion. */
final class CardTypeNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return CardTemplate.types().iterator();
  }
}
