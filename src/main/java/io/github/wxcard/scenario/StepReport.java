package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * How a step went.
 *
 * @param number from 1
 * @param ms how long it took, in milliseconds
 * @param words the command line as it ran
 * @param mismatches what was not as the step expects
 */
public record StepReport(
    int number,
    String name,
    State state,
    long ms,
    List<String> words,
    Outcome outcome,
    List<Mismatch> mismatches) {
  /** How a step can end. */
  public enum State {
    DONE,
    FAILED,
    /** There was nothing to do. */
    SKIPPED,
    /** There was something to do, and an interruption came before it. */
    INTERRUPTED
  }

  public boolean ok() {
    return state == State.DONE || state == State.SKIPPED;
  }

  /** Whether it did not run, for whatever reason. */
  public boolean skipped() {
    return state == State.SKIPPED || state == State.INTERRUPTED;
  }

  /** What the command found; for a skipped step {@code {"skipped": why}}. */
  public Optional<JsonNode> result() {
    return outcome.result();
  }

  /** Why the command failed, expected or not. */
  public Optional<Failure> failure() {
    return outcome.failure();
  }

  /** {@code {"step","name","ok","ms","result"|"error"}}. */
  public JsonNode json() {
    ObjectNode json = Json.object();
    json.put("step", number).put("name", name).put("ok", ok()).put("ms", ms);
    result().ifPresent(value -> json.set("result", value));
    failure().ifPresent(value -> json.set("error", value.json().path("error")));
    return json;
  }
}
