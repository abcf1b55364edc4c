package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.scenario.StepReport.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a command must end.
 *
 * @param exit its exit code
 * @param json places of its result
 * @param error places of its error, {@code {"kind","errcode",…}}
 */
record Expectations(Expectation exit, List<Expectation> json, List<Expectation> error) {
  /** A command that succeeds. */
  static Expectations success() {
    return new Expectations(new Expectation("", IntNode.valueOf(0)), List.of(), List.of());
  }

  /** However it ends. */
  static Expectations anything() {
    JsonNode some = Json.object().put(Comparison.EXISTS, true);
    return new Expectations(new Expectation("", some), List.of(), List.of());
  }

  /** Any exit code but success, for a step that says what its error must be. */
  static Expectation someFailure() {
    return new Expectation("", Json.object().put(Comparison.NOT, 0));
  }

  /** The documents that may hold references. */
  Stream<JsonNode> operands() {
    return Stream.of(List.of(exit), json, error).flatMap(List::stream).map(Expectation::written);
  }

  /** Everything that is not as expected, the exit code first. */
  List<Mismatch> check(CommandOutcome outcome, Variables variables) {
    List<Mismatch> all = new ArrayList<>();
    exit.check(IntNode.valueOf(outcome.exitCode()), "exit", variables).ifPresent(all::add);
    JsonNode result = outcome.result().orElseGet(MissingNode::getInstance);
    json.forEach(each -> compare(each, result, DottedPath.pointer(each.path()), variables, all));
    JsonNode why =
        outcome
            .failure()
            .map(failure -> failure.json().path("error"))
            .orElseGet(MissingNode::getInstance);
    error.forEach(
        each -> compare(each, why, "error" + DottedPath.pointer(each.path()), variables, all));
    return all;
  }

  /** A value to compare with that a failed command did not find is no news of its own. */
  private static void compare(
      Expectation each, JsonNode document, String label, Variables variables, List<Mismatch> all) {
    try {
      each.check(document, label, variables).ifPresent(all::add);
    } catch (Failure unknown) {
      if (all.isEmpty()) {
        throw unknown;
      }
    }
  }

  /** Finds what the step gives a name to; what is missing is a mismatch. */
  static List<Mismatch> capture(
      Map<String, String> wanted, CommandOutcome outcome, Variables variables) {
    List<Mismatch> missing = new ArrayList<>();
    JsonNode result = outcome.result().orElseGet(MissingNode::getInstance);
    wanted.forEach(
        (name, path) -> {
          JsonNode value = result.at(DottedPath.pointer(path));
          if (value.isMissingNode()) {
            JsonNode something = Json.object().put(Comparison.EXISTS, true);
            new Expectation(path, something)
                .check(result, "capture/" + name, variables)
                .ifPresent(missing::add);
          } else {
            variables.keep(name, value);
          }
        });
    return missing;
  }

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
                  each ->
                      Comparison.of(each.getKey()).orElseThrow().holds(actual, each.getValue()));
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
}
