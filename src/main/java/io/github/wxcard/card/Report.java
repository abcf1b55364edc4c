package io.github.wxcard.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the findings of one definition, each with its place in the text. */
final class Report {
  private final Positions positions;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> answerFields = new ArrayList<>();

  Report(Positions positions) {
    this.positions = positions;
  }

  void error(String pointer, String rule, String message, String fix) {
    add(pointer, Level.ERROR, rule, message, fix);
  }

  void warn(String pointer, String rule, String message, String fix) {
    add(pointer, Level.WARNING, rule, message, fix);
  }

  void add(String pointer, Level level, String rule, String message, String fix) {
    Place place = positions.at(pointer);
    findings.add(new Finding(pointer, place.line(), place.column(), level, rule, message, fix));
  }

  /** A field that only the answer of {@code /card/get} has. */
  void answerField(String pointer) {
    answerFields.add(pointer);
  }

  void addAll(List<Finding> others) {
    findings.addAll(others);
  }

  /** In the order of the text. */
  List<Finding> findings() {
    if (!answerFields.isEmpty()) {
      List<String> names =
          answerFields.stream().map(field -> field.substring(field.lastIndexOf('/') + 1)).toList();
      error(
          answerFields.get(0),
          "answer-as-request",
          "this is an answer of /card/get, not a request: only answers have "
              + String.join(", ", names),
          "Remove these fields, and write the colour as a name such as Color010.");
      answerFields.clear();
    }
    findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
    return List.copyOf(findings);
  }
}
