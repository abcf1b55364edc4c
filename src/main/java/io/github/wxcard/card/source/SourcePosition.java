package io.github.wxcard.card.source;

import java.util.Comparator;
import java.util.Locale;

/**
 * A position in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record SourcePosition(int line, int column) implements Comparable<SourcePosition> {
  public static final SourcePosition START = new SourcePosition(1, 1);

  private static final Comparator<SourcePosition> ORDER =
      Comparator.comparingInt(SourcePosition::line).thenComparingInt(SourcePosition::column);

  @Override
  public int compareTo(SourcePosition other) {
    return ORDER.compare(this, other);
  }

  /** As compilers write it: {@code card.json:4:15}. */
  public String in(String file) {
    return String.format(Locale.ROOT, "%s:%d:%d", file, line, column);
  }
}
