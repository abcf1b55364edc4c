package io.github.wxcard.batch;

import java.util.List;
import java.util.Set;

/** What a batch does with its codes; called from several threads at once. */
public interface BatchTask {
  /** How many codes one call may take along. */
  int chunkSize();

  /** Whether a request must never be repeated unless the code was looked up first. */
  boolean irreversible();

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
