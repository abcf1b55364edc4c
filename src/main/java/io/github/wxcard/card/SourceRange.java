package io.github.wxcard.card;

import java.util.function.IntUnaryOperator;

/**
 * Where a value stands in a text, in characters from 0.
 *
 * @param key where its key begins; where the value begins when it has none
 * @param end behind its last character
 */
record SourceRange(int key, int start, int end) {
  boolean isText(String document) {
    return start < document.length() && document.charAt(start) == '"';
  }

  SourceRange until(int newEnd) {
    return new SourceRange(key, start, newEnd);
  }

  /** The same value in a text whose offsets are others. */
  SourceRange moved(IntUnaryOperator to) {
    return new SourceRange(to.applyAsInt(key), to.applyAsInt(start), to.applyAsInt(end));
  }
}
