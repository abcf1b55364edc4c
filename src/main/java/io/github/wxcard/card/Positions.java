package io.github.wxcard.card;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Where in the text the value behind each JSON pointer stands. */
public final class Positions {
  private static final Place START = new Place(1, 1);

  private final Map<String, Span> spans;
  private final TextLines lines;

  Positions(Map<String, Span> spans, TextLines lines) {
    this.spans = Map.copyOf(spans);
    this.lines = lines;
  }

  /** For a tree that no text stands behind: everything is at the start. */
  public static Positions none() {
    return new Positions(Map.of(), new TextLines(""));
  }

  /** The value's place, or for an absent value that of the nearest one around it. */
  public Place at(String pointer) {
    for (String around = pointer; ; around = around.substring(0, around.lastIndexOf('/'))) {
      Span span = spans.get(around);
      if (span != null) {
        return lines.at(span.start());
      }
      if (around.lastIndexOf('/') < 0) {
        return START;
      }
    }
  }

  /** The same values in a text whose offsets are others. */
  Positions moved(IntUnaryOperator to, TextLines lines) {
    Map<String, Span> moved = new HashMap<>();
    spans.forEach((pointer, span) -> moved.put(pointer, span.moved(to)));
    return new Positions(moved, lines);
  }

  Optional<Span> span(String pointer) {
    return Optional.ofNullable(spans.get(pointer));
  }
}
