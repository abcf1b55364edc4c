package io.github.wxcard.cli.tool;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a field of a body is: {@code a.b}, {@code a[b]}, {@code a[]}, {@code a[0]} or {@code /a/b}.
 *
 * @param written as the person wrote it, with the option
 */
record FieldPath(String written, List<Step> steps) {
  private static final String FORMS =
      "Write base_info.title or base_info[title] for a field inside another, tags[] for a list's"
          + " next element, tags[0] for one that is there; or a JSON pointer, such as /tags/0.";

  /** What a step leads to. */
  enum Target {
    MEMBER,
    ELEMENT,
    /** Digits: an element of a list, a member of an object. */
    EITHER,
    NEXT_ELEMENT
  }

  /** One step down; the text is a name or an index, and empty for the next element. */
  record Step(Target target, String text) {}

  /**
   * Reads a field's name; a {@link Failure} of kind USAGE when it cannot be understood.
   *
   * @param option for messages
   */
  static FieldPath parse(String option, String name) {
    FieldPath path = new FieldPath(option + " " + name, new ArrayList<>());
    if (name.startsWith("/")) {
      path.addPointer(name);
    } else {
      path.addBracketed(name);
    }
    return path;
  }

  /** Whether some step has this name. */
  boolean passes(String name) {
    return steps.stream().anyMatch(step -> step.text().equals(name));
  }

  /** The list itself, of a path to its next element. */
  FieldPath list() {
    return new FieldPath(written, steps.subList(0, steps.size() - 1));
  }

  private void addPointer(String pointer) {
    if (pointer.contains("[") || pointer.contains("]")) {
      throw unclear("a JSON pointer has no brackets");
    }
    for (String step : pointer.substring(1).split("/", -1)) {
      String text = step.replace("~1", "/").replace("~0", "~");
      steps.add(text.equals("-") ? new Step(Target.NEXT_ELEMENT, "") : named(text));
    }
  }

  private void addBracketed(String name) {
    int bracket = name.indexOf('[');
    String dotted = bracket < 0 ? name : name.substring(0, bracket);
    addDotted(dotted);
    for (int at = dotted.length(); at < name.length(); ) {
      if (name.charAt(at) == '.') {
        int next = name.indexOf('[', at);
        int end = next < 0 ? name.length() : next;
        addDotted(name.substring(at + 1, end));
        at = end;
        continue;
      }
      if (name.charAt(at) != '[') {
        throw unclear("text follows a bracket");
      }
      int close = name.indexOf(']', at);
      if (close < 0) {
        throw unclear("a bracket is not closed");
      }
      addInBrackets(name.substring(at + 1, close));
      at = close + 1;
    }
  }

  private void addDotted(String names) {
    if (names.indexOf(']') >= 0) {
      throw unclear("a bracket is not opened");
    }
    for (String step : names.split("\\.", -1)) {
      steps.add(named(step));
    }
  }

  private void addInBrackets(String text) {
    if (text.isEmpty() && steps.get(steps.size() - 1).target() == Target.NEXT_ELEMENT) {
      throw unclear("a list inside a list has no name; give the value as JSON");
    }
    if (text.isEmpty()) {
      steps.add(new Step(Target.NEXT_ELEMENT, ""));
    } else if (text.indexOf('[') >= 0) {
      throw unclear("a bracket is not closed");
    } else {
      Step step = named(text);
      steps.add(step.target() == Target.EITHER ? new Step(Target.ELEMENT, text) : step);
    }
  }

  private Step named(String text) {
    if (text.isEmpty()) {
      throw unclear("a name in it is empty");
    }
    if (!text.strip().equals(text)) {
      throw unclear("there is a blank around a name");
    }
    return new Step(isIndex(text) ? Target.EITHER : Target.MEMBER, text);
  }

  private static boolean isIndex(String text) {
    return text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private Failure unclear(String why) {
    return Failure.of(FailureKind.USAGE, written + " cannot be understood: " + why, FORMS);
  }
}
