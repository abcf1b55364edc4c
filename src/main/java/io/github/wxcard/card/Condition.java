package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.time.Instant;
import java.util.Map;

/**
 * One condition of a rule: a {@code path} and what must be true of the value there. A value of
 * another type than the condition is about fulfils nothing; that it has the wrong type is told
 * elsewhere.
 */
public record Condition(JsonNode spec) {

  /** Whether it holds for a card's own object. */
  public boolean holds(JsonNode inner, Instant now) {
    JsonNode value = inner.at(spec.path("path").textValue());
    for (Map.Entry<String, JsonNode> test : spec.properties()) {
      if (!test.getKey().equals("path") && !holds(test, value, inner, now)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an absent value fulfils it. */
  boolean metByAbsence() {
    return spec.has("not") || !spec.path("present").asBoolean(true);
  }

  private static boolean holds(
      Map.Entry<String, JsonNode> test, JsonNode value, JsonNode inner, Instant now) {
    JsonNode wanted = test.getValue();
    return switch (test.getKey()) {
      case "present" -> present(value) == wanted.booleanValue();
      case "is" -> value.equals(wanted);
      case "not" -> !value.equals(wanted);
      case "in" -> contains(wanted, value);
      case "above" -> value.isNumber() && compare(value, wanted) > 0;
      case "notAbove" -> notAbove(value, inner.at(wanted.textValue()));
      case "past" ->
          value.isNumber() && compare(value, LongNode.valueOf(now.getEpochSecond())) <= 0;
      default -> throw new IllegalArgumentException("no such test: " + test.getKey());
    };
  }

  private static boolean present(JsonNode value) {
    return switch (value.getNodeType()) {
      case MISSING, NULL -> false;
      case STRING -> !value.textValue().isEmpty();
      case ARRAY, OBJECT -> !value.isEmpty();
      default -> true;
    };
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** However large the numbers are. */
  private static int compare(JsonNode one, JsonNode other) {
    return one.decimalValue().compareTo(other.decimalValue());
  }

  private static boolean notAbove(JsonNode value, JsonNode other) {
    return value.isNumber() && other.isNumber() && compare(value, other) <= 0;
  }
}
