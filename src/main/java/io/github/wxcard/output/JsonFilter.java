package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What {@code --jq} makes of a result. */
public interface JsonFilter {
  /** A failure of kind USAGE when no result could be filtered by the expression. */
  static JsonFilter of(String expression) {
    PathFilter path = PathFilter.of(expression);
    return path != null ? path : new Jq(expression);
  }

  /** Every value the expression yields, in order; a failure when it does not fit the document. */
  List<JsonNode> apply(JsonNode document);
}
