package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Makes a report's amendments in a copy of the document and looks at it again: an amendment that
 * leaves an error at its place is taken back, and that error's advice stands for its own.
 */
final class FixTrial {
  private final JsonNode tree;
  private final DiagnosticCollector report;
  private final BiConsumer<JsonNode, DiagnosticCollector> lint;

  /**
   * @param lint adds what it finds in a tree to a report
   */
  FixTrial(
      JsonNode tree, DiagnosticCollector report, BiConsumer<JsonNode, DiagnosticCollector> lint) {
    this.tree = tree;
    this.report = report;
    this.lint = lint;
  }

  void run() {
    Map<MemberFix, String> refused;
    do {
      refused = new HashMap<>();
      DiagnosticCollector after =
          new DiagnosticCollector(JsonSourceMap.none(), List.of(), report.shaken());
      List<MemberFix> amendments = report.amendments();
      if (!amendments.isEmpty()) {
        lint.accept(amended(amendments), after);
      }
      NavigableMap<String, Diagnostic> errors = errors(after);
      for (MemberFix amendment : amendments) {
        Optional<Diagnostic> error = within(amendment.target(), errors);
        if (error.isPresent()) {
          refused.put(amendment, error.get().fix());
        }
      }
      report.refuse(refused);
    } while (!refused.isEmpty());
  }

  private static NavigableMap<String, Diagnostic> errors(DiagnosticCollector report) {
    NavigableMap<String, Diagnostic> errors = new TreeMap<>();
    report.findings().stream()
        .filter(Diagnostic::stops)
        .forEach(error -> errors.putIfAbsent(error.pointer(), error));
    return errors;
  }

  private static Optional<Diagnostic> within(
      String pointer, NavigableMap<String, Diagnostic> errors) {
    return Optional.ofNullable(errors.get(pointer))
        .or(
            () ->
                Optional.ofNullable(errors.ceilingEntry(pointer + "/"))
                    .map(Map.Entry::getValue)
                    .filter(error -> JsonPointers.covers(pointer, error.pointer())));
  }

  private JsonNode amended(List<MemberFix> amendments) {
    JsonNode changed = tree.deepCopy();
    for (MemberFix amendment : amendments) {
      if (amendment.replacement().isPresent()) {
        Overrides.put(changed, amendment.pointer(), json(amendment.replacement().get()));
      } else if (changed.at(JsonPointers.parent(amendment.pointer()))
          instanceof ObjectNode parent) {
        JsonNode value = parent.remove(JsonPointers.last(amendment.pointer()));
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
