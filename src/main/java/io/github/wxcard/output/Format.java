package io.github.wxcard.output;

import java.util.Optional;

/**
 * How results are printed.
 *
 * @param json a document for programs instead of lines for people
 * @param jq what to pick from the document; implies {@code json}
 */
public record Format(boolean json, Optional<JsonFilter> jq) {
  public static final Format TEXT = new Format(false, Optional.empty());
  public static final Format JSON = new Format(true, Optional.empty());

  /** Prints only what the expression yields; a wrong expression is a usage failure here. */
  public static Format jq(String expression) {
    return new Format(true, Optional.of(JsonFilter.of(expression)));
  }
}
