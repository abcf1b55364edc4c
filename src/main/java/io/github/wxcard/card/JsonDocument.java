package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A JSON document as somebody wrote it: most often the body of {@code /card/create}.
 *
 * @param name where it came from, as the person called it
 * @param tree what it says; fields that nobody here knows are in it untouched
 * @param slips where the text was not strict JSON
 * @param positions where in the text each value stands
 * @param assignments what a command line put into it
 */
public record JsonDocument(
    String name,
    JsonNode tree,
    List<Slip> slips,
    JsonSourceMap positions,
    List<Assignment> assignments) {
  public JsonDocument {
    slips = List.copyOf(slips);
    assignments = List.copyOf(assignments);
  }

  public JsonDocument(String name, JsonNode tree, List<Slip> slips, JsonSourceMap positions) {
    this(name, tree, slips, positions, List.of());
  }
}
