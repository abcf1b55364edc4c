package io.github.wxcard.cli.steps;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.RunInterruption;
import io.github.wxcard.error.Failure;
import java.util.Optional;

/**
 * What became of a walkthrough's card when the walk was over.
 *
 * @param interrupted whether somebody has told the walk to stop
 * @param card what is said of the card then; empty when there is none
 * @param failure why it could not be deleted
 */
record CardCleanup(boolean interrupted, String card, Optional<Failure> failure) {
  /**
   * Deletes the card, if there is time for it.
   *
   * @param wanted whether it is to be deleted
   */
  static CardCleanup of(
      CommandContext context,
      RunInterruption interruption,
      Optional<String> cardId,
      boolean wanted) {
    boolean interrupted = interruption.requested();
    boolean inTime = !interrupted || interruption.cleanUp();
    if (cardId.isEmpty()) {
      return new CardCleanup(interrupted, "", Optional.empty());
    }
    String card = ", card " + cardId.get();
    if (!wanted || !inTime) {
      return new CardCleanup(interrupted, card + " stays", Optional.empty());
    }
    try {
      context.weChat().cards().delete(cardId.get());
      return new CardCleanup(interrupted, card + " is deleted", Optional.empty());
    } catch (Failure failure) {
      return new CardCleanup(
          interrupted || interruption.requested(),
          card + " could not be deleted: " + failure.getMessage(),
          Optional.of(failure));
    }
  }
}
