package io.github.wxcard.card.mend;

/** How sure it is that an edit says what was meant. */
public enum Surety {
  CERTAIN,
  /** Certain when all that was read stands where it belongs. */
  IF_IN_PLACE,
  GUESSED
}
