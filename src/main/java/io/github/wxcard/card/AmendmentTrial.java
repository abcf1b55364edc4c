package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Makes a report's amendments in a copy of the document and looks at it again: an amendment that
 * leaves an error at its place is taken back, and that error's advice stands for its own.
 */
final class AmendmentTrial {
  private final JsonNode tree;
  private final Report report;
  private final BiConsumer<JsonNode, Report> lint;

  /**
   * @param lint adds what it finds in a tree to a report
   */
  AmendmentTrial(JsonNode tree, Report report, BiConsumer<JsonNode, Report> lint) {
    this.tree = tree;
    this.report = report;
    this.lint = lint;
  }

  void run() {
    boolean refused = true;
    while (refused && !report.amendments().isEmpty()) {
      Report after = new Report(Positions.none(), List.of(), report.shaken());
      lint.accept(amended(report.amendments()), after);
      List<Finding> errors = after.findings().stream().filter(Finding::stops).toList();
      refused = false;
      for (Amendment amendment : report.amendments()) {
        Optional<Finding> error =
            errors.stream()
                .filter(one -> Pointers.covers(amendment.target(), one.pointer()))
                .findFirst();
        if (error.isPresent()) {
          report.refuse(amendment, error.get().fix());
          refused = true;
        }
      }
    }
  }

  private JsonNode amended(List<Amendment> amendments) {
    JsonNode changed = tree.deepCopy();
    for (Amendment amendment : amendments) {
      if (amendment.replacement().isPresent()) {
        Overrides.put(changed, amendment.pointer(), json(amendment.replacement().get()));
      } else if (changed.at(Pointers.parent(amendment.pointer())) instanceof ObjectNode parent) {
        JsonNode value = parent.remove(Pointers.last(amendment.pointer()));
        amendment.key().ifPresent(name -> parent.set(name, value));
      }
    }
    return changed;
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
