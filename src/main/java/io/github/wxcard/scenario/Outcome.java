package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param result the document {@code --json} would have printed, when there was one
 */
public record Outcome(int exitCode, Optional<JsonNode> result, Optional<Failure> failure) {
  /** A command that had nothing to report. */
  public static Outcome done() {
    return new Outcome(0, Optional.empty(), Optional.empty());
  }

  /** A command that found something out, and perhaps failed all the same. */
  public static Outcome found(JsonNode result, Optional<Failure> failure) {
    return new Outcome(
        failure.map(why -> why.kind().exitCode()).orElse(0), Optional.of(result), failure);
  }

  /** A command that ended without a result. */
  public static Outcome failed(Failure failure) {
    return new Outcome(failure.kind().exitCode(), Optional.empty(), Optional.of(failure));
  }
}
