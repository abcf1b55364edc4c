package io.github.wxcard.card.repair;

/** How sure it is that an edit says what was meant. */
public enum Applicability {
  CERTAIN,
  /** Certain when all that was read stands where it belongs. */
  IF_IN_PLACE,
  GUESSED
}
