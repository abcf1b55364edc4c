package io.github.wxcard.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same values in every other order. */
final class Permutations {
  private Permutations() {}

  static Stream<Draft> of(Draft draft) {
    return orders(draft.all()).map(draft::withAll);
  }

  private static Stream<List<Part>> orders(List<Part> parts) {
    return parts.isEmpty()
        ? Stream.of(List.of())
        : IntStream.range(0, parts.size()).boxed().flatMap(first -> beginningWith(first, parts));
  }

  private static Stream<List<Part>> beginningWith(int first, List<Part> parts) {
    List<Part> rest = new ArrayList<>(parts);
    Part head = rest.remove(first);
    return orders(rest).map(tail -> Stream.concat(Stream.of(head), tail.stream()).toList());
  }
}
