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
public record SigningInput(
    List<SignedValue> all, boolean emptyToo, Canonicalization joining, DigestAlgorithm hashing) {
  static SigningInput of(Canonicalization joining) {
    return new SigningInput(List.of(), false, joining, DigestAlgorithm.SHA1);
  }

  /** The values that take part: an empty one contributes nothing. */
  List<SignedValue> parts() {
    return emptyToo ? all : all.stream().filter(part -> !part.value().isEmpty()).toList();
  }

  /** Adds a value at the end. */
  SigningInput add(String name, String value) {
    List<SignedValue> more = new ArrayList<>(all);
    more.add(new SignedValue(name, value));
    return withAll(List.copyOf(more));
  }

  SigningInput without(String name) {
    return withAll(all.stream().filter(part -> !part.name().equals(name)).toList());
  }

  SigningInput change(String name, UnaryOperator<String> change) {
    return changeAll(
        part ->
            part.name().equals(name) ? new SignedValue(name, change.apply(part.value())) : part);
  }

  SigningInput changeAll(UnaryOperator<SignedValue> change) {
    return withAll(all.stream().map(change).toList());
  }

  SigningInput rename(String name, String newName) {
    return changeAll(
        part -> part.name().equals(name) ? new SignedValue(newName, part.value()) : part);
  }

  /** With a text in place of every value that is empty. */
  SigningInput filledWith(String text) {
    return changeAll(part -> part.value().isEmpty() ? new SignedValue(part.name(), text) : part);
  }

  SigningInput withEmpty() {
    return new SigningInput(all, true, joining, hashing);
  }

  SigningInput joinedBy(Canonicalization other) {
    return new SigningInput(all, emptyToo, other, hashing);
  }

  SigningInput hashedBy(DigestAlgorithm other) {
    return new SigningInput(all, emptyToo, joining, other);
  }

  SigningInput withAll(List<SignedValue> others) {
    return new SigningInput(others, emptyToo, joining, hashing);
  }

  Signature sign() {
    List<SignedValue> ordered = joining.order(parts());
    String joined = joining.join(ordered);
    List<String> values = ordered.stream().map(SignedValue::value).toList();
    return new Signature(values, joined, hashing.digest(joined));
  }
}
