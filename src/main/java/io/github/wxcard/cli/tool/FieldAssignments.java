package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.tool.FieldPath.Step;
import io.github.wxcard.cli.tool.FieldPath.Target;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts fields into a body, as {@code gh api} does: a file's value may be replaced, that of another
 * field never.
 */
final class FieldAssignments {
  private final JsonNode root;

  private final FieldConflicts given = new FieldConflicts();

  /** The elements that {@code []} has begun, whose further members may come. */
  private final Set<List<String>> begun = new HashSet<>();

  FieldAssignments(JsonNode root) {
    this.root = root;
  }

  /** A {@link Failure} of kind USAGE when fields contradict each other, of kind INPUT elsewhere. */
  void put(String option, FieldPath path, JsonNode value) {
    JsonNode parent = root;
    List<String> place = new ArrayList<>();
    for (int i = 0; i < path.steps().size(); i++) {
      Step step = path.steps().get(i);
      Step next = i + 1 < path.steps().size() ? path.steps().get(i + 1) : null;
      String key = key(parent, step, next, place, path);
      if (step.target() == Target.NEXT_ELEMENT) {
        given.checkOrder(place, option, path);
      }
      place.add(key);
      if (next == null) {
        given.checkFree(place, !child(parent, key).isMissingNode(), path);
        set(parent, key, value);
        given.add(place, path);
        return;
      }
      JsonNode child = child(parent, key);
      if (child.isMissingNode() || (child.isNull() && given.around(place).isEmpty())) {
        child = container(next, path);
        set(parent, key, child);
        if (step.target() == Target.NEXT_ELEMENT) {
          begun.add(List.copyOf(place));
        }
      }
      parent = child;
    }
  }

  private String key(JsonNode parent, Step step, Step next, List<String> place, FieldPath path) {
    if (parent instanceof ObjectNode) {
      if (step.target() == Target.ELEMENT || step.target() == Target.NEXT_ELEMENT) {
        throw given.misfit(place, path, shown(place) + " is no list");
      }
      return step.text();
    }
    if (!(parent instanceof ArrayNode list)) {
      throw given.misfit(place, path, shown(place) + " is a plain value, and has nothing inside");
    }
    if (step.target() == Target.MEMBER) {
      throw given.misfit(place, path, shown(place) + " is a list");
    }
    return step.target() == Target.NEXT_ELEMENT
        ? nextElement(list, next, place)
        : element(list, step, place, path);
  }

  /** An element that is there, or the one behind the last. */
  private String element(ArrayNode list, Step step, List<String> place, FieldPath path) {
    boolean within = step.text().length() < 10 && Integer.parseInt(step.text()) <= list.size();
    if (!within || !String.valueOf(Integer.parseInt(step.text())).equals(step.text())) {
      throw given.misfit(
          place, path, step.text() + " is no index of a list of " + list.size() + " elements");
    }
    return step.text();
  }

  /** {@code a[][b]=1} and {@code a[][c]=2} are one element, until a name comes again. */
  private String nextElement(ArrayNode list, Step next, List<String> place) {
    if (next != null && !list.isEmpty()) {
      List<String> last = new ArrayList<>(place);
      last.add(String.valueOf(list.size() - 1));
      if (begun.contains(last) && !list.get(list.size() - 1).has(next.text())) {
        return String.valueOf(list.size() - 1);
      }
    }
    return String.valueOf(list.size());
  }

  private static JsonNode container(Step next, FieldPath path) {
    return switch (next.target()) {
      case MEMBER -> Json.object();
      case ELEMENT, NEXT_ELEMENT -> Json.array();
      case EITHER ->
          throw Failure.of(
              FailureKind.USAGE,
              path.written() + ": there is no list yet in which " + next.text() + " is an element",
              "Write []=… for each element of a new list, or give all of it as JSON.");
    };
  }

  private static String shown(List<String> place) {
    return place.isEmpty() ? "the body" : String.join(".", place);
  }

  private static JsonNode child(JsonNode parent, String key) {
    return parent.isArray() ? parent.path(Integer.parseInt(key)) : parent.path(key);
  }

  private static void set(JsonNode parent, String key, JsonNode value) {
    if (parent instanceof ObjectNode object) {
      object.set(key, value);
    } else if (parent instanceof ArrayNode array && Integer.parseInt(key) == array.size()) {
      array.add(value);
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(key), value);
    }
  }
}
