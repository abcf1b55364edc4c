package io.github.wxcard.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.DefinitionLinter;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.Samples;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.card.CardValidator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * DefinitionLinter and the sandbox read one schema by two codes; neither may know less than it
 * must.
 */
final class LintAgreesTest {
  private static final List<String> VALUES =
      List.of(
          "null",
          "-1",
          "0",
          "1.5",
          "1e30",
          "\"\"",
          "\"3\"",
          "\"" + "长".repeat(2000) + "\"",
          "true",
          "[]",
          "{}",
          "[null]");

  @ParameterizedTest
  @FieldSource("io.github.wxcard.card.Samples#DEFINITIONS")
  void whatever_the_sandbox_refuses_lint_has_stopped_before(String sample) throws IOException {
    JsonDocument original = Samples.read(sample);
    int refused = 0;
    for (String pointer : pointers(original.tree(), "")) {
      for (JsonNode changed : changes(original.tree(), JsonPointer.compile(pointer))) {
        if (refuses(changed)) {
          refused++;
          List<Diagnostic> findings =
              DefinitionLinter.check(Samples.changed(original, changed), Samples.NOW);
          assertThat(findings).as(pointer + " in " + changed).anyMatch(Diagnostic::isError);
        }
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static boolean refuses(JsonNode body) {
    try {
      CardValidator.check(body, Samples.NOW, url -> true, false);
      return false;
    } catch (ApiException refusal) {
      return true;
    }
  }

  /** The tree without the member, and with each of the values in its place. */
  private static List<JsonNode> changes(JsonNode tree, JsonPointer member) throws IOException {
    List<JsonNode> changes = new ArrayList<>();
    JsonNode without = tree.deepCopy();
    parent(without, member).remove(member.last().getMatchingProperty());
    changes.add(without);
    for (String value : VALUES) {
      JsonNode changed = tree.deepCopy();
      parent(changed, member).set(member.last().getMatchingProperty(), Json.read(value));
      changes.add(changed);
    }
    return changes;
  }

  private static ObjectNode parent(JsonNode tree, JsonPointer member) {
    return (ObjectNode) tree.at(member.head());
  }

  /** Every member of every object. */
  private static List<String> pointers(JsonNode tree, String at) {
    List<String> pointers = new ArrayList<>();
    tree.properties()
        .forEach(
            member -> {
              String pointer = at + "/" + member.getKey();
              pointers.add(pointer);
              pointers.addAll(pointers(member.getValue(), pointer));
            });
    for (int i = 0; tree.isArray() && i < tree.size(); i++) {
      pointers.addAll(pointers(tree.get(i), at + "/" + i));
    }
    return pointers;
  }
}
