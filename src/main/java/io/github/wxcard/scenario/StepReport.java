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
    CommandOutcome outcome,
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

  /**
   * Something that is not as a step expects.
   *
   * @param path the place: {@code exit}, {@code /card_id}, {@code error/errcode}, {@code
   *     capture/name}
   * @param expected the value or the relations
   * @param actual empty when nothing is there
   * @param note what is there instead, or nothing
   */
  public record Mismatch(String path, JsonNode expected, Optional<JsonNode> actual, String note) {

    /** {@code {"path","expected","actual","note"?}}; the actual value of a missing one is null. */
    public JsonNode json() {
      var json = Json.object().put("path", path);
      json.set("expected", expected);
      json.set("actual", actual.orElse(null));
      return note.isEmpty() ? json : json.put("note", note);
    }

    /** One line for a person. */
    public String text() {
      String found = actual.map(Json::write).orElse("nothing");
      return path
          + ": expected "
          + Json.write(expected)
          + ", actual "
          + found
          + (note.isEmpty() ? "" : "; " + note);
    }
  }

  /** A step that did not run, with the reason for its result. */
  static StepReport leftOut(int number, Step step, State state, String why) {
    CommandOutcome outcome =
        CommandOutcome.found(Json.object().put("skipped", why), Optional.empty());
    return new StepReport(number, step.name(), state, 0, step.words(), outcome, List.of());
  }

  /** Why it did not run. */
  public String reason() {
    return outcome.result().orElseThrow().path("skipped").asText();
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
