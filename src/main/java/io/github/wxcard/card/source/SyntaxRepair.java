package io.github.wxcard.card.source;

import java.util.List;

/**
 * A place where a text is not JSON, and how it is made readable.
 *
 * @param offset in characters from 0
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record SyntaxRepair(
    int offset, String message, String remedy, Applicability applicability, List<TextEdit> edits) {
  /** How sure it is that the edits say what was meant. */
  public enum Applicability {
    CERTAIN,
    /** Certain when all that was read stands where it belongs. */
    IF_IN_PLACE,
    GUESSED
  }

  /** Whether something else is to stand where it is, rather than something more or less. */
  public boolean isReplacement() {
    return edits.stream()
        .anyMatch(
            edit -> edit.start() == offset && edit.end() > offset && !edit.replacement().isEmpty());
  }
}
