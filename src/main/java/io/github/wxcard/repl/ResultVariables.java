package io.github.wxcard.repl;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What earlier results said, for use as {@code $card_id} and the like. Never a token or secret. */
public final class ResultVariables {
  /** The keys that are kept, each under its own name. */
  static final List<String> NAMES = List.of("card_id", "ticket", "url", "code", "openid");

  private static final int MOST = 100;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** Takes in a result; what stands further out, or later, counts as the last. */
  public void learn(JsonNode result) {
    for (JsonNode child : result) {
      if (child.isContainerNode()) {
        learn(child);
      }
    }
    for (String name : NAMES) {
      JsonNode value = result.path(name);
      if (value.isTextual() && !value.textValue().isEmpty()) {
        remember(name, value.textValue());
      }
    }
  }

  /** The names that have a value by now, with the last one. */
  Map<String, String> last() {
    Map<String, String> last = new LinkedHashMap<>();
    values.forEach((name, all) -> last.put(name, all.get(all.size() - 1)));
    return last;
  }

  /** All values one name has had, the newest first. */
  public List<String> all(String name) {
    List<String> newestFirst = new ArrayList<>(values.getOrDefault(name, List.of()));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** The last value of a name; a usage failure when there is none. */
  String require(String name) {
    String value = last().get(name);
    if (value != null) {
      return value;
    }
    if (NAMES.contains(name)) {
      throw Failure.of(
          FailureKind.USAGE,
          "no result has given a " + name + " yet",
          "Run the command that makes one first, or type the value instead of $" + name + ".");
    }
    throw Failure.of(
        FailureKind.USAGE,
        "there is no name $" + name,
        "The names are $" + String.join(", $", NAMES) + "; for a dollar sign write \\$.");
  }

  private void remember(String name, String value) {
    List<String> all = values.computeIfAbsent(name, unused -> new ArrayList<>());
    all.remove(value);
    all.add(value);
    if (all.size() > MOST) {
      all.remove(0);
    }
  }
}
