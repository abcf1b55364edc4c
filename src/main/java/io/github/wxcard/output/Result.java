package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;

/** What a command found out, before anybody decided how it shall look. */
public interface Result {
  /** The document of {@code --json}. */
  JsonNode json();

  /** The lines for a person or a shell. */
  void text(Page page);
}
