package io.github.wxcard.cli.card;

import io.github.wxcard.client.Cards;
import io.github.wxcard.client.Cards.CardPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Walks over the account's cards, as many at a time as WeChat gives. */
final class CardPages {
  private final Cards cards;
  private final List<String> statuses;
  private int total = -1;

  CardPages(Cards cards, List<String> statuses) {
    this.cards = cards;
    this.statuses = statuses;
  }

  /**
   * Passes on the ids of one page after the other. A card that is made meanwhile moves the later
   * ones, so an id may come twice: it is passed on once.
   */
  void read(int offset, int most, Consumer<List<String>> reader) {
    Set<String> seen = new HashSet<>();
    int read = 0;
    boolean more = true;
    while (more && read < most) {
      int count = Math.min(most - read, Cards.LARGEST_PAGE);
      CardPage page = cards.page(statuses, offset + read, count);
      reader.accept(page.cardIds().stream().filter(seen::add).toList());
      total = page.total();
      read += page.cardIds().size();
      more = !page.cardIds().isEmpty() && !isEnd(offset + read);
    }
  }

  /** How many cards the account has, as the last page told; negative when it did not. */
  int total() {
    return total;
  }

  /** The total counts cards of every status, so it does not tell where a choice of them ends. */
  private boolean isEnd(int position) {
    return statuses.isEmpty() && total >= 0 && position >= total;
  }
}
