package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A place in the window of lines whose results are awaited, in the order of the input. */
sealed interface Slot {
  /** Whether its result is there. */
  default boolean isSettled() {
    return true;
  }

  /** On its way, as one of a pack. */
  record Pending(CompletableFuture<List<LineResult>> pack, int index) implements Slot {
    @Override
    public boolean isSettled() {
      return pack.isDone();
    }
  }

  /** Cannot be used. */
  record Flawed(LineResult outcome) implements Slot {}

  /** Answered for good in an earlier run. */
  record Already(int line) implements Slot {}

  /** The same code as on an earlier line. */
  record Repeated(InputLine line, int first) implements Slot {}

  /** What is printed, and what is counted. */
  record Shown(ObjectNode row, BatchCounts tally) {}
}
