package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.scenario.StepReport.Mismatch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one place of a document must be.
 *
 * @param path where: a JSON pointer or keys with dots; empty for the whole
 * @param written what the file says: a value, or an object of relations
 */
record Expectation(String path, JsonNode written) {

  /** The relation and the operand of everything that must hold; a bare value must be equal. */
  static Set<Map.Entry<String, JsonNode>> relations(JsonNode wanted) {
    return wanted instanceof ObjectNode object
        ? object.properties()
        : Set.of(Map.entry(Comparison.EQUALS, wanted));
  }

  /**
   * Compares; empty when it is as expected.
   *
   * @param document what to look into; a missing node when there is none
   * @param label what the place is called in a report
   */
  Optional<Mismatch> check(JsonNode document, String label, Variables variables) {
    JsonNode wanted = variables.fill(written);
    JsonNode there = document.at(DottedPath.pointer(path));
    JsonNode actual = there.isMissingNode() ? null : there;
    boolean holds =
        relations(wanted).stream()
            .allMatch(
                each -> Comparison.of(each.getKey()).orElseThrow().holds(actual, each.getValue()));
    if (holds) {
      return Optional.empty();
    }
    String note = actual == null ? note(document) : "";
    return Optional.of(new Mismatch(label, wanted, Optional.ofNullable(actual), note));
  }

  private String note(JsonNode document) {
    return document.isMissingNode()
        ? "the command had no result"
        : DottedPath.whatIsThere(document, DottedPath.pointer(path));
  }
}
