package io.github.wxcard.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What shall be signed and how; it can be bent into the wrong shapes that people sign by mistake.
 *
 * @param all the values, those that are empty among them
 * @param emptyToo whether empty values take part, as they do in nobody's right signature
 * @param algorithm WeChat uses SHA-1 alone
 */
public record SigningInput(
    List<SignedValue> all,
    boolean emptyToo,
    Canonicalization canonicalization,
    DigestAlgorithm algorithm) {
  static SigningInput of(Canonicalization canonicalization) {
    return new SigningInput(List.of(), false, canonicalization, DigestAlgorithm.SHA1);
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
    return new SigningInput(all, true, canonicalization, algorithm);
  }

  SigningInput joinedBy(Canonicalization other) {
    return new SigningInput(all, emptyToo, other, algorithm);
  }

  SigningInput hashedBy(DigestAlgorithm other) {
    return new SigningInput(all, emptyToo, canonicalization, other);
  }

  SigningInput withAll(List<SignedValue> others) {
    return new SigningInput(others, emptyToo, canonicalization, algorithm);
  }

  Signature sign() {
    List<SignedValue> ordered = canonicalization.order(parts());
    String joined = canonicalization.join(ordered);
    List<String> values = ordered.stream().map(SignedValue::value).toList();
    return new Signature(values, joined, algorithm.digest(joined));
  }
}
