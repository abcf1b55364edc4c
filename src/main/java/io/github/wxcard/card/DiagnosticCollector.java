package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the findings of one definition, each with its place in the text. */
final class DiagnosticCollector {
  private final JsonSourceMap positions;
  private final List<Assignment> assignments;
  private final boolean shaken;
  private boolean displaced;
  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<String> answerFields = new ArrayList<>();
  private final List<MemberFix> amendments = new ArrayList<>();

  /**
   * @param assignments what did not come from the text
   * @param shaken whether values may stand elsewhere than they were meant to, so that nothing can
   *     be said about what is absent
   */
  DiagnosticCollector(JsonSourceMap positions, List<Assignment> assignments, boolean shaken) {
    this.positions = positions;
    this.assignments = assignments;
    this.shaken = shaken;
  }

  boolean shaken() {
    return shaken;
  }

  /** Whether a member stands in an object that is not its own, though that one is near. */
  boolean displaced() {
    return displaced;
  }

  void displace() {
    displaced = true;
  }

  void error(String pointer, String rule, String message, String fix) {
    add(pointer, Severity.ERROR, rule, message, fix);
  }

  void warn(String pointer, String rule, String message, String fix) {
    add(pointer, Severity.WARNING, rule, message, fix);
  }

  /** That something is not where it should be. */
  void misplaced(String pointer, Severity level, String rule, String message, String fix) {
    if (!shaken) {
      add(pointer, level, rule, message, fix);
    }
  }

  void add(String pointer, Severity level, String rule, String message, String fix) {
    SourcePosition place = positions.at(pointer);
    String option = assignment(pointer).map(Assignment::written).orElse("");
    findings.add(
        new Diagnostic(pointer, place.line(), place.column(), level, rule, message, fix, option));
  }

  /** The last that brought in what the pointer leads to. */
  private Optional<Assignment> assignment(String pointer) {
    return assignments.stream()
        .filter(one -> JsonPointers.covers(one.pointer(), pointer))
        .reduce((earlier, later) -> later);
  }

  /** What is right for a value of the command line is right there, not in the file. */
  private Diagnostic advised(Diagnostic finding) {
    return assignment(finding.pointer())
        .filter(one -> one.pointer().equals(finding.pointer()))
        .flatMap(one -> right(finding).map(one::with))
        .map(option -> finding.advising("Write " + option + "."))
        .orElse(finding);
  }

  private Optional<JsonNode> right(Diagnostic finding) {
    return amendments.stream()
        .filter(one -> one.pointer().equals(finding.pointer()) && one.rule().equals(finding.rule()))
        .flatMap(one -> one.replacement().stream())
        .map(Overrides::value)
        .findFirst();
  }

  /** A field that only the answer of {@code /card/get} has. */
  void answerField(String pointer) {
    answerFields.add(pointer);
    canGo(pointer, "answer-as-request");
  }

  void addAll(List<Diagnostic> others) {
    findings.addAll(others);
  }

  /** That nothing is lost without this member. */
  void canGo(String pointer, String rule) {
    amendments.add(new MemberFix(pointer, rule, Optional.empty(), Optional.empty()));
  }

  /** That this JSON is what was meant. */
  void canBe(String pointer, String rule, String json) {
    amendments.add(new MemberFix(pointer, rule, Optional.empty(), Optional.of(json)));
  }

  /** That this name is what was meant. */
  void canBeCalled(String pointer, String rule, String key) {
    amendments.add(new MemberFix(pointer, rule, Optional.of(key), Optional.empty()));
  }

  /** Takes amendments back; what they were for gets other advice. */
  void refuse(Map<MemberFix, String> advice) {
    amendments.removeAll(advice.keySet());
    Map<String, String> byPlace = new HashMap<>();
    advice.forEach((one, other) -> byPlace.put(one.pointer() + " " + one.rule(), other));
    findings.replaceAll(
        finding ->
            Optional.ofNullable(byPlace.get(finding.pointer() + " " + finding.rule()))
                .map(finding::advising)
                .orElse(finding));
  }

  List<MemberFix> amendments() {
    return List.copyOf(amendments);
  }

  /** In the order of the text. */
  List<Diagnostic> findings() {
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
    findings.replaceAll(this::advised);
    findings.sort(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column));
    return List.copyOf(findings);
  }
}
