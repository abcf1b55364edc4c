package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.Optional;

/**
 * How a step went.
 *
 * @param number from 1
 * @param ms how long it took, in milliseconds
 */
public record StepReport(
    int number, String name, long ms, Optional<JsonNode> result, Optional<Failure> failure) {

  public boolean ok() {
    return failure.isEmpty();
  }

  /** Whether there was nothing to do. */
  public boolean skipped() {
    return result.map(value -> value.has("skipped")).orElse(false);
  }

  /** {@code {"step","name","ok","ms","result"|"error"}}. */
  public JsonNode json() {
    ObjectNode json = Json.object();
    json.put("step", number).put("name", name).put("ok", ok()).put("ms", ms);
    result.ifPresent(value -> json.set("result", value));
    failure.ifPresent(value -> json.set("error", value.json().path("error")));
    return json;
  }
}
