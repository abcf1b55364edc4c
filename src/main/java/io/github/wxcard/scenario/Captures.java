package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values later steps can use: {@code ${name}} and {@code ${step.key}}. */
public final class Captures {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

  private final Map<String, List<String>> given = new HashMap<>();
  private final Map<String, JsonNode> results = new HashMap<>();

  public Captures(Map<String, List<String>> given) {
    this.given.putAll(given);
  }

  /** Keeps a step's result document. */
  public void keep(String step, JsonNode result) {
    results.put(step, result);
  }

  /** The words a word stands for: a given list's own words, else the word with its values. */
  public List<String> expand(String word) {
    Matcher whole = REFERENCE.matcher(word);
    if (whole.matches() && given.containsKey(whole.group(1))) {
      return given.get(whole.group(1));
    }
    return List.of(fill(word));
  }

  /** Gives a value that no step has found. */
  public void give(String name, String value) {
    given.put(name, List.of(value));
  }

  /** The word with every reference replaced; a reference to nothing is a mistake in the file. */
  private String fill(String word) {
    return REFERENCE
        .matcher(word)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
  }

  private String value(String reference) {
    if (given.containsKey(reference)) {
      return String.join(" ", given.get(reference));
    }
    int dot = reference.indexOf('.');
    JsonNode result = dot < 0 ? null : results.get(reference.substring(0, dot));
    JsonNode value = result == null ? null : result.at(pointer(reference.substring(dot + 1)));
    if (value == null || value.isMissingNode()) {
      throw Failure.of(
          Kind.INPUT,
          "${" + reference + "} names nothing that an earlier step has found",
          "Refer to a step's result as ${step.key}.");
    }
    return value.asText();
  }

  private static String pointer(String keys) {
    return "/" + keys.replace('.', '/');
  }
}
