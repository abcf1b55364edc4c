package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Hears of a batch as it goes on; always on the thread that runs it. */
public interface BatchListener {
  /** The next line's result, in the order of the input: {@code {"line","code","ok",…}}. */
  void row(ObjectNode row);

  /** How far the batch has come; now and then, whether or not anything has moved. */
  void progress(BatchCounts batchCounts);
}
