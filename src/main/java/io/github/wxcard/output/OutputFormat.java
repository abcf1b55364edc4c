package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * How results are printed.
 *
 * @param json a document for programs instead of lines for people
 * @param jq what to pick from the document; implies {@code json}
 */
public record OutputFormat(boolean json, Optional<Filter> jq) {
  /** What {@code --jq} makes of a result. */
  interface Filter {
    /** Every value the expression yields, in order; a failure when it does not fit. */
    List<JsonNode> apply(JsonNode document);
  }

  public static final OutputFormat TEXT = new OutputFormat(false, Optional.empty());
  public static final OutputFormat JSON = new OutputFormat(true, Optional.empty());

  /** Prints only what the expression yields; a wrong expression is a usage failure here. */
  public static OutputFormat jq(String expression) {
    JqPath path = JqPath.of(expression);
    return new OutputFormat(true, Optional.of(path != null ? path : new Jq(expression)));
  }
}
