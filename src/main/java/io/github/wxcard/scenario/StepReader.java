package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a scenario, one after the other. */
final class StepReader {
  /** The keys of a step. */
  static final List<String> KEYS =
      List.of("name", "description", "run", "stdin", "expect", "capture", "when", "always");

  private final Problems problems;
  private final Set<String> names = new HashSet<>();

  StepReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Step> read(JsonNode step, String pointer) {
    if (!problems.checkKeys(step, pointer, "a step", KEYS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Step(
            name(step.path("name"), pointer),
            words(step.path("run"), pointer + "/run"),
            input(step.path("stdin"), pointer + "/stdin"),
            new ExpectedReader(problems).read(step.path("expect"), pointer + "/expect"),
            captures(step.path("capture"), pointer + "/capture"),
            where(step.path("when"), pointer + "/when"),
            always(step.path("always"), pointer + "/always")));
  }

  private String name(JsonNode name, String pointer) {
    if (!name.isTextual()) {
      problems.add(pointer, "a step needs a name, as in \"name\": \"create\"");
      return "";
    }
    Names.check(name.textValue(), "a step", pointer + "/name", problems);
    if (!names.add(name.textValue())) {
      problems.add(pointer + "/name", "two steps are called '" + name.textValue() + "'");
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
      problems.add(pointer, "a step needs run: a command line, or a list of its words");
      return words;
    }
    if (words.isEmpty()) {
      problems.add(pointer, "run is empty: write a command, as in \"token\"");
    } else if (words.get(0).equals("wxcard")) {
      problems.add(pointer, "run begins after the program's name: leave out 'wxcard'");
    } else if (words.get(0).equals("run")) {
      problems.add(pointer, "a step cannot run another scenario; copy its steps");
    }
    return List.copyOf(words);
  }

  private List<String> split(String line, String pointer) {
    try {
      return WordSplitter.split(line, name -> "${" + name + "}").stream().map(Word::text).toList();
    } catch (UnclosedQuote e) {
      problems.add(pointer, e.getMessage() + ": " + line);
      return List.of("");
    }
  }

  private List<String> texts(JsonNode list, String pointer) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).isTextual() && !list.get(i).isNumber()) {
        problems.add(pointer + "/" + i, "only texts can be here");
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
      problems.add(pointer, "stdin must be a text, or a list of lines");
    }
    return stdin.asText();
  }

  private Map<String, String> captures(JsonNode capture, String pointer) {
    Map<String, String> captures = new LinkedHashMap<>();
    if (!capture.isMissingNode() && !capture.isObject()) {
      problems.add(pointer, "capture must be an object: a name and the place of its value each");
    }
    capture
        .properties()
        .forEach(
            each -> {
              String place = Problems.child(pointer, each.getKey());
              Names.check(each.getKey(), "a value", place, problems);
              if (!each.getValue().isTextual()) {
                problems.add(place, "the place of a value is a text, such as \"/card_id\"");
              }
              captures.put(each.getKey(), each.getValue().asText());
            });
    return captures;
  }

  private Optional<Where> where(JsonNode when, String pointer) {
    Optional<Where> where = Where.of(when.asText());
    if (where.isEmpty() && !when.isMissingNode()) {
      problems.add(pointer, "when must be \"sandbox\" or \"account\"");
    }
    return where;
  }

  private boolean always(JsonNode always, String pointer) {
    if (!always.isMissingNode() && !always.isBoolean()) {
      problems.add(pointer, "always must be true or false");
    }
    return always.asBoolean();
  }
}
