package io.github.wxcard.card;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Where in the text the value behind each JSON pointer stands. */
public final class JsonSourceMap {
  private static final SourcePosition START = new SourcePosition(1, 1);

  private final Map<String, SourceRange> spans;
  private final SourceText lines;

  JsonSourceMap(Map<String, SourceRange> spans, SourceText lines) {
    this.spans = Map.copyOf(spans);
    this.lines = lines;
  }

  /** For a tree that no text stands behind: everything is at the start. */
  public static JsonSourceMap none() {
    return new JsonSourceMap(Map.of(), new SourceText(""));
  }

  /** The value's place, or for an absent value that of the nearest one around it. */
  public SourcePosition at(String pointer) {
    for (String around = pointer; ; around = around.substring(0, around.lastIndexOf('/'))) {
      SourceRange span = spans.get(around);
      if (span != null) {
        return lines.at(span.start());
      }
      if (around.lastIndexOf('/') < 0) {
        return START;
      }
    }
  }

  /** The same values in a text whose offsets are others. */
  JsonSourceMap moved(IntUnaryOperator to, SourceText lines) {
    Map<String, SourceRange> moved = new HashMap<>();
    spans.forEach((pointer, span) -> moved.put(pointer, span.moved(to)));
    return new JsonSourceMap(moved, lines);
  }

  Optional<SourceRange> span(String pointer) {
    return Optional.ofNullable(spans.get(pointer));
  }
}
