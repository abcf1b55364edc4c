package io.github.wxcard.cli.tool;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of a body that fields have set so far, so that none is replaced in silence. */
final class FieldConflicts {
  private final Map<List<String>, String> fields = new LinkedHashMap<>();
  private final Map<List<String>, String> lengthenedBy = new HashMap<>();

  void add(List<String> place, FieldPath path) {
    fields.put(List.copyOf(place), path.written());
  }

  /** The field that has set a place or something around it. */
  Optional<String> around(List<String> place) {
    return fields.entrySet().stream()
        .filter(field -> isWithin(place, field.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Fails when a value at this place would take away what another field has set.
   *
   * @param occupied whether something is there already
   */
  void checkFree(List<String> place, boolean occupied, FieldPath path) {
    for (Map.Entry<List<String>, String> earlier : fields.entrySet()) {
      boolean replaces = occupied && isWithin(place, earlier.getKey());
      if (replaces || isWithin(earlier.getKey(), place)) {
        throw contradiction(path, earlier.getValue());
      }
    }
  }

  /** Elements of one list come from one option, as the order between two of them is not known. */
  void checkOrder(List<String> list, String option, FieldPath path) {
    String before = lengthenedBy.putIfAbsent(List.copyOf(list), option);
    if (before != null && !before.equals(option)) {
      throw Failure.of(
          FailureKind.USAGE,
          "%s: elements of that list are given with %s too, in an order that is not known"
              .formatted(path.written(), before),
          "Use one of the two options for the whole list, or give the list as JSON.");
    }
  }

  /**
   * A field that does not fit what is there: a contradiction when another field has put it there.
   *
   * @param place of what is there
   */
  Failure misfit(List<String> place, FieldPath path, String why) {
    return fields.entrySet().stream()
        .filter(field -> isWithin(field.getKey(), place))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> around(place))
        .map(
            field ->
                Failure.of(
                    FailureKind.USAGE,
                    path.written() + " contradicts " + field + ": " + why,
                    "Leave one of them out."))
        .orElseGet(
            () ->
                Failure.of(
                    FailureKind.INPUT,
                    path.written() + " cannot be set: " + why,
                    "Compare the field with the body."));
  }

  private static Failure contradiction(FieldPath path, String earlier) {
    return path.written().equals(earlier)
        ? Failure.of(
            FailureKind.USAGE,
            earlier + " is given more than once",
            "Leave all but one of them out; for the elements of a list write []= behind its name.")
        : Failure.of(
            FailureKind.USAGE, path.written() + " would undo " + earlier, "Leave one of them out.");
  }

  /** Whether a place is the outer one or inside it. */
  private static boolean isWithin(List<String> place, List<String> outer) {
    return place.size() >= outer.size() && place.subList(0, outer.size()).equals(outer);
  }
}
