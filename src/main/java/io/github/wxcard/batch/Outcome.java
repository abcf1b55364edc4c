package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What came of one line.
 *
 * @param row the line's result as {@code --json} prints it; null when nothing was sent
 */
record Outcome(Line line, Fate fate, ObjectNode row, Optional<Failure> failure) {
  static Outcome done(Line line, ObjectNode row) {
    return new Outcome(line, Fate.DONE, row, Optional.empty());
  }

  /** Done, as a look at the code has shown and not the answer to the request. */
  static Outcome recovered(Line line, ObjectNode row) {
    return done(line, row.put("recovered", true));
  }

  static Outcome failed(Line line, Failure failure) {
    return failed(line, Fate.FAILED, failure);
  }

  static Outcome unknown(Line line, Failure failure) {
    return failed(line, Fate.UNKNOWN, failure);
  }

  /** The batch was stopped before this line's turn came. */
  static Outcome notSent(Line line) {
    return new Outcome(line, Fate.NONE, null, Optional.empty());
  }

  /** The same for every line of a pack. */
  static List<Outcome> all(
      List<Line> pack, BiFunction<Line, Failure, Outcome> kind, Failure failure) {
    return pack.stream().map(line -> kind.apply(line, failure)).toList();
  }

  private static Outcome failed(Line line, Fate fate, Failure failure) {
    ObjectNode row = line.row(false);
    row.set("error", failure.json().path("error"));
    return new Outcome(line, fate, row, Optional.of(failure));
  }

  /**
   * The same with the last word said, when it was: a refusal that is about the code and that no
   * waiting changes.
   *
   * @param aboutMore error codes that say nothing about the code itself
   */
  Outcome judged(Set<Integer> aboutMore) {
    boolean last =
        fate == Fate.FAILED
            && failure
                .filter(why -> why.kind() == Kind.REFUSED && !why.retryable())
                .filter(why -> !aboutMore.contains(why.errcode().orElse(0)))
                .isPresent();
    return last ? new Outcome(line, Fate.REFUSED, row, failure) : this;
  }
}
