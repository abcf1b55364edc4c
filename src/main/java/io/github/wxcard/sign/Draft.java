package io.github.wxcard.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What shall be signed and how; it can be bent into the wrong shapes that people sign by mistake.
 *
 * @param all the values, those that are empty among them
 * @param emptyToo whether empty values take part, as they do in nobody's right signature
 * @param hashing WeChat uses SHA-1 alone
 */
public record Draft(List<Part> all, boolean emptyToo, Joining joining, Hashing hashing) {
  static Draft of(Joining joining) {
    return new Draft(List.of(), false, joining, Hashing.SHA1);
  }

  /** The values that take part: an empty one contributes nothing. */
  List<Part> parts() {
    return emptyToo ? all : all.stream().filter(part -> !part.value().isEmpty()).toList();
  }

  /** Adds a value at the end. */
  Draft add(String name, String value) {
    List<Part> more = new ArrayList<>(all);
    more.add(new Part(name, value));
    return withAll(List.copyOf(more));
  }

  Draft without(String name) {
    return withAll(all.stream().filter(part -> !part.name().equals(name)).toList());
  }

  Draft change(String name, UnaryOperator<String> change) {
    return changeAll(
        part -> part.name().equals(name) ? new Part(name, change.apply(part.value())) : part);
  }

  Draft changeAll(UnaryOperator<Part> change) {
    return withAll(all.stream().map(change).toList());
  }

  Draft rename(String name, String newName) {
    return changeAll(part -> part.name().equals(name) ? new Part(newName, part.value()) : part);
  }

  /** With a text in place of every value that is empty. */
  Draft filledWith(String text) {
    return changeAll(part -> part.value().isEmpty() ? new Part(part.name(), text) : part);
  }

  Draft withEmpty() {
    return new Draft(all, true, joining, hashing);
  }

  Draft joinedBy(Joining other) {
    return new Draft(all, emptyToo, other, hashing);
  }

  Draft hashedBy(Hashing other) {
    return new Draft(all, emptyToo, joining, other);
  }

  Draft withAll(List<Part> others) {
    return new Draft(others, emptyToo, joining, hashing);
  }

  Signature sign() {
    List<Part> ordered = joining.order(parts());
    String joined = joining.join(ordered);
    List<String> values = ordered.stream().map(Part::value).toList();
    return new Signature(values, joined, hashing.digest(joined));
  }
}
