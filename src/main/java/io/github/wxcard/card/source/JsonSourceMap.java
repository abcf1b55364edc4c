package io.github.wxcard.card.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Where in the text the value behind each JSON pointer stands. */
public final class JsonSourceMap {
  private final Map<String, SourceRange> ranges;
  private final SourceText source;

  JsonSourceMap(Map<String, SourceRange> ranges, SourceText source) {
    this.ranges = Map.copyOf(ranges);
    this.source = source;
  }

  /** For a tree that no text stands behind: everything is at the start. */
  public static JsonSourceMap none() {
    return new JsonSourceMap(Map.of(), new SourceText(""));
  }

  /** The value's position, or for an absent value that of the nearest one around it. */
  public SourcePosition position(String pointer) {
    for (String around = pointer; ; around = JsonPointers.parent(around)) {
      SourceRange range = ranges.get(around);
      if (range != null) {
        return source.position(range.start());
      }
      if (around.lastIndexOf('/') < 0) {
        return SourcePosition.START;
      }
    }
  }

  public Optional<SourceRange> range(String pointer) {
    return Optional.ofNullable(ranges.get(pointer));
  }

  /** The same values in a text whose offsets are others. */
  public JsonSourceMap moved(IntUnaryOperator to, SourceText other) {
    Map<String, SourceRange> moved = new HashMap<>();
    ranges.forEach((pointer, range) -> moved.put(pointer, range.moved(to)));
    return new JsonSourceMap(moved, other);
  }
}
