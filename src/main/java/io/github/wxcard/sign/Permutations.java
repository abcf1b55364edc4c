package io.github.wxcard.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same values in every other order. */
final class Permutations {
  private Permutations() {}

  static Stream<SigningInput> of(SigningInput input) {
    return orders(input.all()).map(input::withAll);
  }

  private static Stream<List<SignedValue>> orders(List<SignedValue> parts) {
    return parts.isEmpty()
        ? Stream.of(List.of())
        : IntStream.range(0, parts.size()).boxed().flatMap(first -> beginningWith(first, parts));
  }

  private static Stream<List<SignedValue>> beginningWith(int first, List<SignedValue> parts) {
    List<SignedValue> rest = new ArrayList<>(parts);
    SignedValue head = rest.remove(first);
    return orders(rest).map(tail -> Stream.concat(Stream.of(head), tail.stream()).toList());
  }
}
