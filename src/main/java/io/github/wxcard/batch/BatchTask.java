package io.github.wxcard.batch;

import java.util.List;
import java.util.Set;

/** What a batch does with its codes; called from several threads at once. */
public interface BatchTask {
  /** As typed, as in {@code "code deposit"}; journals bear it. */
  String command();

  /** How many codes one call may take along. */
  int chunkSize();

  /** Whether a request must never be repeated unless the code was looked up first. */
  default boolean irreversible() {
    return false;
  }

  /** Whether nothing is changed, so that an unfinished earlier run may be forgotten. */
  default boolean readOnly() {
    return false;
  }

  /** Whether all codes must belong to the card that the command names. */
  default boolean oneCard() {
    return false;
  }

  /** Error codes after which no other call can succeed either. */
  default Set<Integer> fatalErrcodes() {
    return Set.of();
  }

  /**
   * Does it, and says for every line in turn what came of it.
   *
   * @param lookUpFirst whether an earlier run may have sent these lines already
   */
  List<LineResult> process(List<InputLine> chunk, boolean lookUpFirst);
}
