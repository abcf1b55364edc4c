package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a step expects. */
final class ExpectedReader {
  /** The keys of {@code expect}. */
  static final List<String> KEYS = List.of("exit", "json", "error");

  private final Problems problems;

  ExpectedReader(Problems problems) {
    this.problems = problems;
  }

  Expected read(JsonNode expect, String pointer) {
    if (expect.isMissingNode() || !problems.checkKeys(expect, pointer, "expect", KEYS)) {
      return Expected.success();
    }
    return new Expected(
        exit(expect, pointer),
        places(expect.path("json"), pointer + "/json"),
        places(expect.path("error"), pointer + "/error"));
  }

  private Expectation exit(JsonNode expect, String pointer) {
    if (expect.has("exit")) {
      return expectation("", expect.get("exit"), pointer + "/exit");
    }
    return expect.has("error") ? Expected.someFailure() : Expected.success().exit();
  }

  private List<Expectation> places(JsonNode places, String pointer) {
    List<Expectation> all = new ArrayList<>();
    if (!places.isMissingNode() && !places.isObject()) {
      problems.add(pointer, "this must be an object: a place and what is expected there, each");
    }
    for (Map.Entry<String, JsonNode> each : places.properties()) {
      all.add(expectation(each.getKey(), each.getValue(), Problems.child(pointer, each.getKey())));
    }
    return List.copyOf(all);
  }

  private Expectation expectation(String path, JsonNode written, String pointer) {
    if (!written.isObject()
        || problems.checkKeys(written, pointer, "an expectation", Relation.words())) {
      Expectation.relations(written).forEach(each -> checkOperand(each, pointer));
    }
    return new Expectation(path, written);
  }

  private void checkOperand(Map.Entry<String, JsonNode> each, String pointer) {
    Relation.of(each.getKey())
        .filter(relation -> !relation.takes(each.getValue()))
        .ifPresent(
            relation ->
                problems.add(
                    Problems.child(pointer, relation.word()),
                    relation.word() + " wants " + relation.wanted()));
  }
}
