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
public record CommandOutcome(
    int exitCode, Optional<JsonNode> result, Optional<Failure> failure, List<String> said) {
  /** A command of which nothing else was heard. */
  public CommandOutcome(int exitCode, Optional<JsonNode> result, Optional<Failure> failure) {
    this(exitCode, result, failure, List.of());
  }

  /** A command that had nothing to report. */
  public static CommandOutcome done() {
    return new CommandOutcome(0, Optional.empty(), Optional.empty());
  }

  /** A command that found something out, and perhaps failed all the same. */
  public static CommandOutcome found(JsonNode result, Optional<Failure> failure) {
    return new CommandOutcome(
        failure.map(why -> why.kind().exitCode()).orElse(0), Optional.of(result), failure);
  }

  /** The same with lines that were kept from standard error. */
  public CommandOutcome saying(List<String> lines) {
    return new CommandOutcome(exitCode, result, failure, List.copyOf(lines));
  }

  /** The same with this for a result. */
  public CommandOutcome finding(JsonNode document) {
    return new CommandOutcome(exitCode, Optional.of(document), failure, said);
  }

  /** A command that ended without a result. */
  public static CommandOutcome failed(Failure failure) {
    return new CommandOutcome(failure.kind().exitCode(), Optional.empty(), Optional.of(failure));
  }
}
