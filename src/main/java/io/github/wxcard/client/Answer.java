package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;

/**
 * A successful answer to a call.
 *
 * @param pretended a dry run's empty answer, in which nothing can be missing
 */
record Answer(String call, JsonNode tree, boolean pretended) {
  /** A member that every answer to this call has; stray blanks, which WeChat sends, are dropped. */
  String text(String pointer) {
    String text = tree.at(pointer).asText("").strip();
    if (text.isEmpty() && !pretended) {
      throw incomplete(pointer);
    }
    return text;
  }

  /** A count that every answer to this call has. */
  long positive(String pointer) {
    long number = tree.at(pointer).asLong(0);
    if (number <= 0 && !pretended) {
      throw incomplete(pointer);
    }
    return number;
  }

  private Failure incomplete(String pointer) {
    return Failure.of(
        Kind.NETWORK,
        call + ": the answer has no usable " + pointer.substring(1),
        "Look at the answer with --verbose; something other than WeChat's API may be answering.");
  }
}
