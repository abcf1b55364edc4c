package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.JsonPointers;
import io.github.wxcard.card.source.JsonSourceMap;
import io.github.wxcard.card.source.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the diagnostics of one definition, each with its place in the text. */
final class DiagnosticCollector {
  private final JsonSourceMap sourceMap;
  private final List<Assignment> assignments;
  private final boolean nestingUncertain;
  private boolean displaced;
  private final List<Diagnostic> all = new ArrayList<>();
  private final List<String> answerFields = new ArrayList<>();
  private final List<MemberFix> fixes = new ArrayList<>();

  /**
   * @param assignments what did not come from the text
   * @param nestingUncertain whether values may stand elsewhere than they were meant to, so that
   *     nothing can be said about what is absent
   */
  DiagnosticCollector(
      JsonSourceMap sourceMap, List<Assignment> assignments, boolean nestingUncertain) {
    this.sourceMap = sourceMap;
    this.assignments = assignments;
    this.nestingUncertain = nestingUncertain;
  }

  boolean nestingUncertain() {
    return nestingUncertain;
  }

  /** Whether a member stands in an object that is not its own, though that one is near. */
  boolean displaced() {
    return displaced;
  }

  void displace() {
    displaced = true;
  }

  void error(String pointer, String rule, String message, String remedy) {
    add(pointer, Severity.ERROR, rule, message, remedy);
  }

  void warn(String pointer, String rule, String message, String remedy) {
    add(pointer, Severity.WARNING, rule, message, remedy);
  }

  /** That something is not where it should be. */
  void misplaced(String pointer, Severity severity, String rule, String message, String remedy) {
    if (!nestingUncertain) {
      add(pointer, severity, rule, message, remedy);
    }
  }

  void add(String pointer, Severity severity, String rule, String message, String remedy) {
    String option = assignment(pointer).map(Assignment::written).orElse("");
    all.add(
        new Diagnostic(
            severity, pointer, sourceMap.position(pointer), rule, message, remedy, option));
  }

  /** The last that brought in what the pointer leads to. */
  private Optional<Assignment> assignment(String pointer) {
    return assignments.stream()
        .filter(one -> JsonPointers.covers(one.pointer(), pointer))
        .reduce((earlier, later) -> later);
  }

  /** What is right for a value of the command line is right there, not in the file. */
  private Diagnostic advised(Diagnostic diagnostic) {
    return assignment(diagnostic.pointer())
        .filter(one -> one.pointer().equals(diagnostic.pointer()))
        .flatMap(one -> right(diagnostic).map(one::with))
        .map(option -> diagnostic.withRemedy("Write " + option + "."))
        .orElse(diagnostic);
  }

  private Optional<JsonNode> right(Diagnostic diagnostic) {
    return fixes.stream()
        .filter(
            one ->
                one.pointer().equals(diagnostic.pointer()) && one.rule().equals(diagnostic.rule()))
        .flatMap(one -> one.replacement().stream())
        .map(Overrides::value)
        .findFirst();
  }

  /** A field that only the answer of {@code /card/get} has. */
  void answerField(String pointer) {
    answerFields.add(pointer);
    fixByRemoving(pointer, "answer-as-request");
  }

  void addAll(List<Diagnostic> others) {
    all.addAll(others);
  }

  /** That nothing is lost without this member. */
  void fixByRemoving(String pointer, String rule) {
    fixes.add(new MemberFix(pointer, rule, Optional.empty(), Optional.empty()));
  }

  /** That this JSON is what was meant. */
  void fixByReplacing(String pointer, String rule, String json) {
    fixes.add(new MemberFix(pointer, rule, Optional.empty(), Optional.of(json)));
  }

  /** That this name is what was meant. */
  void fixByRenaming(String pointer, String rule, String key) {
    fixes.add(new MemberFix(pointer, rule, Optional.of(key), Optional.empty()));
  }

  /** Takes fixes back; what they were for gets another remedy. */
  void refuse(Map<MemberFix, String> advice) {
    fixes.removeAll(advice.keySet());
    Map<String, String> byPlace = new HashMap<>();
    advice.forEach((one, other) -> byPlace.put(one.pointer() + " " + one.rule(), other));
    all.replaceAll(
        diagnostic ->
            Optional.ofNullable(byPlace.get(diagnostic.pointer() + " " + diagnostic.rule()))
                .map(diagnostic::withRemedy)
                .orElse(diagnostic));
  }

  List<MemberFix> fixes() {
    return List.copyOf(fixes);
  }

  /** In the order of the text. */
  List<Diagnostic> all() {
    if (!answerFields.isEmpty()) {
      List<String> names = answerFields.stream().map(JsonPointers::last).toList();
      error(
          answerFields.get(0),
          "answer-as-request",
          "this is an answer of /card/get, not a request: only answers have "
              + String.join(", ", names),
          "Remove these fields, and write the colour as a name such as Color010.");
      answerFields.clear();
    }
    all.replaceAll(this::advised);
    all.sort(Comparator.comparing(Diagnostic::position));
    return List.copyOf(all);
  }
}
