package io.github.wxcard.card.source;

import java.util.function.IntUnaryOperator;

/**
 * Where a value stands in a text, in characters from 0.
 *
 * @param key where its key begins; where the value begins when it has none
 * @param end behind its last character
 */
public record SourceRange(int key, int start, int end) {
  /** Whether it is a text in straight double quotes. */
  public boolean isQuoted(String text) {
    return start < text.length() && text.charAt(start) == '"';
  }

  SourceRange until(int newEnd) {
    return new SourceRange(key, start, newEnd);
  }

  /** The same value in a text whose offsets are others. */
  SourceRange moved(IntUnaryOperator to) {
    return new SourceRange(to.applyAsInt(key), to.applyAsInt(start), to.applyAsInt(end));
  }
}
