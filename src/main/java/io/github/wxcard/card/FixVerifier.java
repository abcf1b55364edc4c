package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.JsonPointers;
import io.github.wxcard.card.source.JsonSourceMap;
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
 * Makes the fixes in a copy of the document and looks at it again: one that leaves an error at its
 * place is taken back, and that error's advice stands for its own.
 */
final class FixVerifier {
  private final JsonNode tree;
  private final DiagnosticCollector diagnostics;
  private final BiConsumer<JsonNode, DiagnosticCollector> lint;

  /**
   * @param lint adds what it finds in a tree to a diagnostics
   */
  FixVerifier(
      JsonNode tree,
      DiagnosticCollector diagnostics,
      BiConsumer<JsonNode, DiagnosticCollector> lint) {
    this.tree = tree;
    this.diagnostics = diagnostics;
    this.lint = lint;
  }

  void run() {
    Map<MemberFix, String> refused;
    do {
      refused = new HashMap<>();
      DiagnosticCollector after =
          new DiagnosticCollector(JsonSourceMap.none(), List.of(), diagnostics.nestingUncertain());
      List<MemberFix> fixes = diagnostics.fixes();
      if (!fixes.isEmpty()) {
        lint.accept(fixed(fixes), after);
      }
      NavigableMap<String, Diagnostic> errors = errors(after);
      for (MemberFix fix : fixes) {
        Optional<Diagnostic> error = within(fix.target(), errors);
        if (error.isPresent()) {
          refused.put(fix, error.get().remedy());
        }
      }
      diagnostics.refuse(refused);
    } while (!refused.isEmpty());
  }

  private static NavigableMap<String, Diagnostic> errors(DiagnosticCollector diagnostics) {
    NavigableMap<String, Diagnostic> errors = new TreeMap<>();
    diagnostics.all().stream()
        .filter(Diagnostic::isError)
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

  private JsonNode fixed(List<MemberFix> fixes) {
    JsonNode changed = tree.deepCopy();
    for (MemberFix fix : fixes) {
      if (fix.replacement().isPresent()) {
        Overrides.put(changed, fix.pointer(), json(fix.replacement().get()));
      } else if (changed.at(JsonPointers.parent(fix.pointer())) instanceof ObjectNode parent) {
        JsonNode value = parent.remove(JsonPointers.last(fix.pointer()));
        fix.key().ifPresent(name -> parent.set(name, value));
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
