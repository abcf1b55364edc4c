package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.scenario.Expectations.Expectation;
import io.github.wxcard.scenario.Step.AccountKind;
import io.github.wxcard.scenario.WordSplitter.UnclosedQuoteException;
import io.github.wxcard.scenario.WordSplitter.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a scenario, one after the other, with what each expects. */
final class StepReader {
  /** The keys of a step. */
  static final List<String> KEYS =
      List.of("name", "description", "run", "stdin", "expect", "capture", "when", "always");

  static final List<String> EXPECT_KEYS = List.of("exit", "json", "error");

  private final ValidationErrors errors;
  private final Set<String> names = new HashSet<>();

  StepReader(ValidationErrors errors) {
    this.errors = errors;
  }

  Optional<Step> read(JsonNode step, String pointer) {
    if (!errors.checkKeys(step, pointer, "a step", KEYS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Step(
            name(step.path("name"), pointer),
            words(step.path("run"), pointer + "/run"),
            input(step.path("stdin"), pointer + "/stdin"),
            expected(step.path("expect"), pointer + "/expect"),
            captures(step.path("capture"), pointer + "/capture"),
            only(step.path("when"), pointer + "/when"),
            always(step.path("always"), pointer + "/always")));
  }

  private String name(JsonNode name, String pointer) {
    if (!name.isTextual()) {
      errors.add(pointer, "a step needs a name, as in \"name\": \"create\"");
      return "";
    }
    errors.checkName(name.textValue(), "a step", pointer + "/name");
    if (!names.add(name.textValue())) {
      errors.add(pointer + "/name", "two steps are called '" + name.textValue() + "'");
    }
    return name.textValue();
  }

  private List<String> words(JsonNode run, String pointer) {
    List<String> words = new ArrayList<>();
    if (run.isArray()) {
      words.addAll(texts(run, pointer));
    } else if (run.isTextual()) {
      words.addAll(split(run.textValue(), pointer));
    } else {
      errors.add(pointer, "a step needs run: a command line, or a list of its words");
      return words;
    }
    if (words.isEmpty()) {
      errors.add(pointer, "run is empty: write a command, as in \"token\"");
    } else if (words.get(0).equals("wxcard")) {
      errors.add(pointer, "run begins after the program's name: leave out 'wxcard'");
    } else if (words.get(0).equals("run")) {
      errors.add(pointer, "a step cannot run another scenario; copy its steps");
    }
    return List.copyOf(words);
  }

  private List<String> split(String line, String pointer) {
    try {
      return WordSplitter.split(line, name -> "${" + name + "}").stream().map(Word::text).toList();
    } catch (UnclosedQuoteException e) {
      errors.add(pointer, e.getMessage() + ": " + line);
      return List.of("");
    }
  }

  private List<String> texts(JsonNode list, String pointer) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).isTextual() && !list.get(i).isNumber()) {
        errors.add(pointer + "/" + i, "only texts can be here");
      }
      texts.add(list.get(i).asText());
    }
    return texts;
  }

  private String input(JsonNode stdin, String pointer) {
    if (stdin.isArray()) {
      return String.join("\n", texts(stdin, pointer)) + "\n";
    }
    if (!stdin.isMissingNode() && !stdin.isTextual()) {
      errors.add(pointer, "stdin must be a text, or a list of lines");
    }
    return stdin.asText();
  }

  private Map<String, String> captures(JsonNode capture, String pointer) {
    Map<String, String> captures = new LinkedHashMap<>();
    if (!capture.isMissingNode() && !capture.isObject()) {
      errors.add(pointer, "capture must be an object: a name and the place of its value each");
    }
    capture
        .properties()
        .forEach(
            each -> {
              String place = ValidationErrors.child(pointer, each.getKey());
              errors.checkName(each.getKey(), "a value", place);
              if (!each.getValue().isTextual()) {
                errors.add(place, "the place of a value is a text, such as \"/card_id\"");
              }
              captures.put(each.getKey(), each.getValue().asText());
            });
    return captures;
  }

  private Optional<AccountKind> only(JsonNode when, String pointer) {
    Optional<AccountKind> only = AccountKind.of(when.asText());
    if (only.isEmpty() && !when.isMissingNode()) {
      errors.add(pointer, "when must be \"sandbox\" or \"account\"");
    }
    return only;
  }

  private Expectations expected(JsonNode expect, String pointer) {
    if (expect.isMissingNode() || !errors.checkKeys(expect, pointer, "expect", EXPECT_KEYS)) {
      return Expectations.success();
    }
    return new Expectations(
        exit(expect, pointer),
        places(expect.path("json"), pointer + "/json"),
        places(expect.path("error"), pointer + "/error"));
  }

  private Expectation exit(JsonNode expect, String pointer) {
    if (expect.has("exit")) {
      return expectation("", expect.get("exit"), pointer + "/exit");
    }
    return expect.has("error") ? Expectations.someFailure() : Expectations.success().exit();
  }

  private List<Expectation> places(JsonNode places, String pointer) {
    List<Expectation> all = new ArrayList<>();
    if (!places.isMissingNode() && !places.isObject()) {
      errors.add(pointer, "this must be an object: a place and what is expected there, each");
    }
    for (Map.Entry<String, JsonNode> each : places.properties()) {
      all.add(
          expectation(
              each.getKey(), each.getValue(), ValidationErrors.child(pointer, each.getKey())));
    }
    return List.copyOf(all);
  }

  private Expectation expectation(String path, JsonNode written, String pointer) {
    if (!written.isObject()
        || errors.checkKeys(written, pointer, "an expectation", Comparison.words())) {
      Expectation.relations(written).forEach(each -> checkOperand(each, pointer));
    }
    return new Expectation(path, written);
  }

  private void checkOperand(Map.Entry<String, JsonNode> each, String pointer) {
    Comparison.of(each.getKey())
        .filter(relation -> !relation.takes(each.getValue()))
        .ifPresent(
            relation ->
                errors.add(
                    ValidationErrors.child(pointer, relation.word()),
                    relation.word() + " wants " + relation.wanted()));
  }

  private boolean always(JsonNode always, String pointer) {
    if (!always.isMissingNode() && !always.isBoolean()) {
      errors.add(pointer, "always must be true or false");
    }
    return always.asBoolean();
  }
}
