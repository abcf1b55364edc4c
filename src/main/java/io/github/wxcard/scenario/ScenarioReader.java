package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.JsonDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads a scenario from its file. Whatever is wrong with it is found here, before a step runs. */
public final class ScenarioReader {
  /** The keys of a file. */
  static final List<String> KEYS = List.of("$schema", "name", "description", "inputs", "steps");

  /** The folder of the scenario's own file. */
  public static final String FOLDER = "file.dir";

  private final JsonDocument file;
  private final ValidationErrors errors;

  private ScenarioReader(JsonDocument file) {
    this.file = file;
    this.errors = new ValidationErrors(file);
  }

  /**
   * Reads it; everything wrong is told in one {@link io.github.wxcard.error.Failure} of kind INPUT.
   *
   * @param given the names that get a value on the command line
   */
  public static Scenario read(JsonDocument file, Set<String> given) {
    return new ScenarioReader(file).scenario(given);
  }

  private Scenario scenario(Set<String> given) {
    JsonNode tree = file.tree();
    Scenario scenario =
        errors.checkKeys(tree, "", "a scenario", KEYS)
            ? new Scenario(
                text(tree, "name", file.name()), text(tree, "description", ""), inputs(), steps())
            : null;
    errors.stopIfAny();
    Set<String> values = new HashSet<>(given);
    values.add(FOLDER);
    values.addAll(scenario.inputs().keySet());
    new ReferenceCheck(errors, values).check(scenario.steps(), tree);
    errors.stopIfAny();
    return scenario;
  }

  private Map<String, Optional<List<String>>> inputs() {
    Map<String, Optional<List<String>>> inputs = new LinkedHashMap<>();
    JsonNode written = file.tree().path("inputs");
    if (!written.isMissingNode() && !written.isObject()) {
      errors.add("/inputs", "inputs must be an object: a name and its usual value each");
    }
    written
        .properties()
        .forEach(
            input -> {
              String pointer = ValidationErrors.child("/inputs", input.getKey());
              errors.checkName(input.getKey(), "an input", pointer);
              List<String> words = words(input.getValue(), pointer);
              boolean free = !input.getValue().isNull();
              inputs.put(input.getKey(), free ? Optional.of(words) : Optional.empty());
            });
    return inputs;
  }

  private List<String> words(JsonNode value, String pointer) {
    List<String> words = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(word -> words.addAll(words(word, pointer)));
    } else if (value.isTextual() || value.isNumber()) {
      words.add(value.asText());
    } else if (!value.isNull()) {
      errors.add(pointer, "an input is a text, a list of texts, or null when it must be given");
    }
    for (String word : words) {
      if (!Set.of(FOLDER).containsAll(References.in(word))) {
        errors.add(pointer, "an input can refer to ${" + FOLDER + "} and nothing else");
      }
    }
    return List.copyOf(words);
  }

  private List<Step> steps() {
    JsonNode written = file.tree().path("steps");
    if (!written.isArray() || written.isEmpty()) {
      errors.add("/steps", "a scenario needs steps: a list with one step or more");
    }
    StepReader reader = new StepReader(errors);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      reader.read(written.get(i), "/steps/" + i).ifPresent(steps::add);
    }
    return List.copyOf(steps);
  }

  private String text(JsonNode tree, String key, String fallback) {
    JsonNode value = tree.path(key);
    if (!value.isMissingNode() && !value.isTextual()) {
      errors.add("/" + key, key + " must be a text");
    }
    return value.asText(fallback);
  }

  /** Finds references to what no earlier step can have found. */
  private static final class ReferenceCheck {
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
              .anyMatch(
                  step -> step.captures().containsKey(reference) || step.isNamedBy(reference));
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
}
