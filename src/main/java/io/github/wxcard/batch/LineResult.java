package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What came of one line.
 *
 * @param row the line's result as {@code --json} prints it; null when nothing was sent
 */
record LineResult(InputLine line, LineStatus status, ObjectNode row, Optional<Failure> failure) {
  static LineResult done(InputLine line, ObjectNode row) {
    return of(line, LineStatus.DONE, row);
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

  static LineResult unusable(InputLine line) {
    return failed(line, LineStatus.UNUSABLE, line.flaw().orElseThrow());
  }

  static LineResult notSent(InputLine line) {
    return of(line, LineStatus.NOT_SENT, null);
  }

  /** A result without a failure of this run's own. */
  static LineResult of(InputLine line, LineStatus status, ObjectNode row) {
    return new LineResult(line, status, row, Optional.empty());
  }

  /** The same for every line of a chunk. */
  static List<LineResult> all(
      List<InputLine> chunk, BiFunction<InputLine, Failure, LineResult> kind, Failure failure) {
    return chunk.stream().map(line -> kind.apply(line, failure)).toList();
  }

  private static LineResult failed(InputLine line, LineStatus status, Failure failure) {
    ObjectNode row = line.row(false);
    row.set("error", failure.json().path("error"));
    return new LineResult(line, status, row, Optional.of(failure));
  }

  /**
   * The same with the last word said, when it was: a refusal that is about the code and that no
   * waiting changes.
   *
   * @param aboutMore error codes that say nothing about the code itself
   */
  LineResult judged(Set<Integer> aboutMore) {
    boolean last =
        status == LineStatus.FAILED
            && failure
                .filter(why -> why.kind() == FailureKind.REFUSED && !why.retryable())
                .filter(why -> !aboutMore.contains(why.errcode().orElse(0)))
                .isPresent();
    return last ? new LineResult(line, LineStatus.REFUSED, row, failure) : this;
  }
}
