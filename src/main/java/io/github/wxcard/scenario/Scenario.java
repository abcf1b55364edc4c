package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.DocumentReader;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Steps as data.
 *
 * @param description what it is about; may be empty
 * @param inputs the values it takes, each with its usual words; empty for one that must be given
 */
public record Scenario(
    String name, String description, Map<String, Optional<List<String>>> inputs, List<Step> steps) {

  /** WeChat's card walkthrough as shipped, with the customer's own steps left out. */
  public static Scenario walkthrough() {
    Scenario all = ScenarioReader.read(shipped("hello.json"), Set.of());
    return all.with(all.steps.stream().filter(step -> step.only().isEmpty()).toList());
  }

  /** The JSON Schema of a scenario's file. */
  public static JsonNode schema() {
    return shipped("scenario.schema.json").tree();
  }

  private static JsonDocument shipped(String name) {
    try (InputStream in = Scenario.class.getResourceAsStream(name)) {
      return DocumentReader.read(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same up to the step of that name; a {@link Failure} of kind USAGE when there is none. */
  public Scenario until(String name) {
    List<String> names = steps.stream().map(Step::name).toList();
    if (!names.contains(name)) {
      throw Failure.of(
          FailureKind.USAGE,
          "there is no step '" + name + "'",
          "Use one of: " + String.join(", ", names) + ".");
    }
    return with(steps.subList(0, names.indexOf(name) + 1));
  }

  /** The same with nothing expected of its steps, for a dry run. */
  public Scenario unchecked() {
    return with(steps.stream().map(Step::unchecked).toList());
  }

  private Scenario with(List<Step> others) {
    return new Scenario(name, description, inputs, others);
  }

  /**
   * The words behind every name that has a value before the first step.
   *
   * @param sets what the command line says; a name that means nothing here, or one that is missing,
   *     is a {@link Failure} of kind USAGE
   * @param folder the folder of the scenario's file
   */
  public Map<String, List<String>> values(Map<String, List<String>> sets, String folder) {
    Map<String, List<String>> values = new HashMap<>(sets);
    values.put(ScenarioReader.FOLDER, List.of(folder));
    inputs.forEach((name, usual) -> values.computeIfAbsent(name, key -> words(key, usual, folder)));
    Set<String> known = new TreeSet<>(inputs.keySet());
    steps.forEach(step -> known.addAll(step.needs()));
    for (String name : sets.keySet()) {
      if (!known.contains(name)) {
        throw Failure.of(
            FailureKind.USAGE,
            "--set "
                + name
                + ": the scenario has no such name"
                + ValidationErrors.meant(name, known),
            "See what it takes with `wxcard run FILE --list`.");
      }
    }
    return values;
  }

  private static List<String> words(String name, Optional<List<String>> usual, String folder) {
    return usual
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.USAGE,
                    "the scenario needs a value for " + name,
                    "Give it with --set " + name + "=VALUE."))
        .stream()
        .map(word -> References.fill(word, only -> folder))
        .toList();
  }

  /** The name of the step that a reference's value comes from. */
  Optional<String> source(String reference) {
    return steps.stream()
        .filter(step -> step.captures().containsKey(reference) || step.isNamedBy(reference))
        .map(Step::name)
        .findFirst();
  }
}
