package io.github.wxcard.output;

import java.util.Optional;

/**
 * How results are printed.
 *
 * @param json a document for programs instead of lines for people
 * @param jq what to pick from the document; implies {@code json}
 */
public record OutputFormat(boolean json, Optional<JsonFilter> jq) {
  public static final OutputFormat TEXT = new OutputFormat(false, Optional.empty());
  public static final OutputFormat JSON = new OutputFormat(true, Optional.empty());

  /** Prints only what the expression yields; a wrong expression is a usage failure here. */
  public static OutputFormat jq(String expression) {
    return new OutputFormat(true, Optional.of(JsonFilter.of(expression)));
  }
}
