package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import java.util.List;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param result the document {@code --json} would have printed, when there was one
 * @param said what it told the person, where that was kept from standard error; a line each
 */
public record Outcome(
    int exitCode, Optional<JsonNode> result, Optional<Failure> failure, List<String> said) {
  /** A command of which nothing else was heard. */
  public Outcome(int exitCode, Optional<JsonNode> result, Optional<Failure> failure) {
    this(exitCode, result, failure, List.of());
  }

  /** A command that had nothing to report. */
  public static Outcome done() {
    return new Outcome(0, Optional.empty(), Optional.empty());
  }

  /** A command that found something out, and perhaps failed all the same. */
  public static Outcome found(JsonNode result, Optional<Failure> failure) {
    return new Outcome(
        failure.map(why -> why.kind().exitCode()).orElse(0), Optional.of(result), failure);
  }

  /** The same with lines that were kept from standard error. */
  public Outcome saying(List<String> lines) {
    return new Outcome(exitCode, result, failure, List.copyOf(lines));
  }

  /** The same with this for a result. */
  public Outcome finding(JsonNode document) {
    return new Outcome(exitCode, Optional.of(document), failure, said);
  }

  /** A command that ended without a result. */
  public static Outcome failed(Failure failure) {
    return new Outcome(failure.kind().exitCode(), Optional.empty(), Optional.of(failure));
  }
}
