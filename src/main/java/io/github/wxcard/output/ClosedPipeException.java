package io.github.wxcard.output;

/** Nobody reads standard output any more, as after {@code | head -1}; the program ends with 0. */
public final class ClosedPipeException extends RuntimeException {
  ClosedPipeException(Throwable cause) {
    super("standard output was closed by its reader", cause);
  }
}
