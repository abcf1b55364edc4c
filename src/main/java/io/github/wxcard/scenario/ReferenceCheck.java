package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds references to what no earlier step can have found. */
final class ReferenceCheck {
  private final ValidationErrors errors;
  private final Set<String> values;
  private final Set<String> steps = new HashSet<>();

  /**
   * @param values the names that have a value before the first step
   */
  ReferenceCheck(ValidationErrors errors, Set<String> values) {
    this.errors = errors;
    this.values = new TreeSet<>(values);
  }

  void check(List<Step> all, JsonNode tree) {
    for (int i = 0; i < all.size(); i++) {
      Step step = all.get(i);
      String pointer = "/steps/" + i;
      step.words().forEach(word -> check(References.in(word), pointer + "/run", all));
      check(References.in(step.input()), pointer + "/stdin", all);
      steps.add(step.name());
      checkTexts(tree.at(pointer + "/expect"), pointer + "/expect", all);
      values.addAll(step.captures().keySet());
    }
  }

  private void checkTexts(JsonNode node, String pointer, List<Step> all) {
    if (node.isTextual()) {
      check(References.in(node.textValue()), pointer, all);
    }
    node.properties()
        .forEach(
            each ->
                checkTexts(each.getValue(), ValidationErrors.child(pointer, each.getKey()), all));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      checkTexts(node.get(i), pointer + "/" + i, all);
    }
  }

  private void check(List<String> references, String pointer, List<Step> all) {
    for (String reference : references) {
      if (!values.contains(reference) && steps.stream().noneMatch(isNamedBy(reference))) {
        errors.add(pointer, "${" + reference + "} " + wrong(reference, all));
      }
    }
  }

  private String wrong(String reference, List<Step> all) {
    boolean later =
        all.stream()
            .anyMatch(step -> step.captures().containsKey(reference) || step.isNamedBy(reference));
    if (later) {
      return "is not known yet: no step before this one finds it";
    }
    int dot = reference.indexOf('.');
    return dot < 0
        ? "names no value" + ValidationErrors.meant(reference, values) + "; or give it with --set"
        : "names no earlier step" + ValidationErrors.meant(reference.substring(0, dot), steps);
  }

  private static Predicate<String> isNamedBy(String reference) {
    return name -> reference.startsWith(name + ".");
  }
}
