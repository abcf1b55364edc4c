package io.github.wxcard.client;

import java.util.List;

/**
 * Some of the account's cards.
 *
 * @param total how many the account has, whatever was asked for; negative when not told
 */
public record CardPage(List<String> cardIds, int total) {
  public CardPage {
    cardIds = List.copyOf(cardIds);
  }
}
