package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.source.SourcePosition;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with a file, so that a person hears of everything at once. */
final class ValidationErrors {
  private static final String FIX =
      "Nothing was run. Correct the file; `wxcard run --schema` prints its format.";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");
  private static final String RESERVED = "file";

  private record Problem(SourcePosition position, String pointer, String what) {}

  private final JsonDocument file;
  private final List<Problem> all = new ArrayList<>();

  ValidationErrors(JsonDocument file) {
    this.file = file;
  }

  /** Notes something wrong with the value behind a pointer. */
  void add(String pointer, String what) {
    all.add(new Problem(file.sourceMap().position(pointer), pointer, what));
  }

  /** Notes members of an object that mean nothing; false when it is no object at all. */
  boolean checkKeys(JsonNode node, String pointer, String what, Collection<String> known) {
    if (!(node instanceof ObjectNode object)) {
      add(pointer, what + " must be an object");
      return false;
    }
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                add(
                    child(pointer, key),
                    "unknown key '" + key + "' in " + what + meant(key, known));
              }
            });
    return true;
  }

  /** Notes a name that a command line could not hold unquoted, or that means something else. */
  void checkName(String name, String what, String pointer) {
    if (!NAME.matcher(name).matches()) {
      add(pointer, "'" + name + "' cannot name " + what + ": use letters, digits, - and _");
    } else if (name.equals(RESERVED)) {
      add(pointer, "'" + name + "' cannot name " + what + ": it is the scenario's file");
    }
  }

  /** Ends with a {@link FailureKind#INPUT} failure when anything was noted. */
  void stopIfAny() {
    all.sort(Comparator.comparing(Problem::position));
    if (all.size() == 1) {
      throw failure(told(all.get(0)));
    }
    if (!all.isEmpty()) {
      Failure failure = failure(file.name() + " has " + all.size() + " errors; nothing was run");
      all.forEach(problem -> failure.detail(told(problem)));
      throw failure;
    }
  }

  /** The guess at what a wrong word meant, else all the words there are. */
  static String meant(String word, Collection<String> known) {
    return SpellingSuggestion.nearest(word, known)
        .map(name -> "; do you mean '" + name + "'?")
        .orElseGet(() -> known.isEmpty() ? "" : "; there is " + String.join(", ", known));
  }

  /** The pointer to a member. */
  static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private Failure failure(String what) {
    ArrayNode findings = Json.array();
    all.forEach(
        problem ->
            findings
                .addObject()
                .put("pointer", problem.pointer())
                .put("line", problem.position().line())
                .put("column", problem.position().column())
                .put("message", problem.what()));
    return Failure.of(FailureKind.INPUT, what, FIX).extra("findings", findings);
  }

  private String told(Problem problem) {
    return problem.position().in(file.name()) + ": " + problem.what();
  }
}
