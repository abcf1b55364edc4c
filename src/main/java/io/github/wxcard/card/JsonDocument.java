package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.JsonSourceMap;
import java.util.List;

/**
 * A JSON document as somebody wrote it: most often the body of {@code /card/create}.
 *
 * @param name where it came from, as the person called it
 * @param tree what it says; fields that nobody here knows are in it untouched
 * @param warnings where the text was not strict JSON
 * @param sourceMap where in the text each value stands
 * @param assignments what a command line put into it
 */
public record JsonDocument(
    String name,
    JsonNode tree,
    List<Diagnostic> warnings,
    JsonSourceMap sourceMap,
    List<Assignment> assignments) {
  public JsonDocument {
    warnings = List.copyOf(warnings);
    assignments = List.copyOf(assignments);
  }

  /** A document that no text stands behind. */
  public static JsonDocument of(JsonNode tree) {
    return new JsonDocument("", tree, List.of(), JsonSourceMap.none(), List.of());
  }
}
