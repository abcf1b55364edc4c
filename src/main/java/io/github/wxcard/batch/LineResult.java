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
record LineResult(InputLine line, LineStatus fate, ObjectNode row, Optional<Failure> failure) {
  static LineResult done(InputLine line, ObjectNode row) {
    return new LineResult(line, LineStatus.DONE, row, Optional.empty());
  }

  /** Done, as a look at the code has shown and not the answer to the request. */
  static LineResult recovered(InputLine line, ObjectNode row) {
    return done(line, row.put("recovered", true));
  }

  static LineResult failed(InputLine line, Failure failure) {
    return failed(line, LineStatus.FAILED, failure);
  }

  static LineResult unknown(InputLine line, Failure failure) {
    return failed(line, LineStatus.UNKNOWN, failure);
  }

  /** The batch was stopped before this line's turn came. */
  static LineResult notSent(InputLine line) {
    return new LineResult(line, LineStatus.NONE, null, Optional.empty());
  }

  /** The same for every line of a pack. */
  static List<LineResult> all(
      List<InputLine> pack, BiFunction<InputLine, Failure, LineResult> kind, Failure failure) {
    return pack.stream().map(line -> kind.apply(line, failure)).toList();
  }

  private static LineResult failed(InputLine line, LineStatus fate, Failure failure) {
    ObjectNode row = line.row(false);
    row.set("error", failure.json().path("error"));
    return new LineResult(line, fate, row, Optional.of(failure));
  }

  /**
   * The same with the last word said, when it was: a refusal that is about the code and that no
   * waiting changes.
   *
   * @param aboutMore error codes that say nothing about the code itself
   */
  LineResult judged(Set<Integer> aboutMore) {
    boolean last =
        fate == LineStatus.FAILED
            && failure
                .filter(why -> why.kind() == Kind.REFUSED && !why.retryable())
                .filter(why -> !aboutMore.contains(why.errcode().orElse(0)))
                .isPresent();
    return last ? new LineResult(line, LineStatus.REFUSED, row, failure) : this;
  }
}
