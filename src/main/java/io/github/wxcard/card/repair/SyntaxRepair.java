package io.github.wxcard.card.repair;

import java.util.List;

/**
 * A place where a text is not JSON, and how it was made readable.
 *
 * @param at the place, in characters from 0
 * @param what the trouble in words
 * @param fix what to do about it
 * @param surety whether the edits say for certain what was meant
 */
public record SyntaxRepair(
    int at, String what, String fix, Applicability surety, List<TextEdit> edits) {
  /** Whether something else is to stand where it is, rather than something more or less. */
  public boolean replacesWhatIsThere() {
    return edits.stream()
        .anyMatch(edit -> edit.start() == at && edit.end() > at && !edit.replacement().isEmpty());
  }
}
