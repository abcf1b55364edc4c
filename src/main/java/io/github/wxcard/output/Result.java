package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import java.util.Optional;

/** What a command found out, before anybody decided how it shall look. */
public non-sealed interface Result extends CommandResult {
  /** The document of {@code --json}. */
  JsonNode json();

  /** The lines for a person or a shell. */
  void text(Page page);

  /** What is worth a word to the person once the result is on the page. */
  default Optional<String> afterword() {
    return Optional.empty();
  }

  /** Why the command fails although it has something to show: a batch with failures in it. */
  default Optional<Failure> failure() {
    return Optional.empty();
  }
}
