package io.github.wxcard.sandbox.service.base;

import java.util.OptionalInt;

/**
 * What a fault does to one request.
 *
 * @param fault its id, for the journal
 * @param errcode the error code to answer with
 * @param http the HTTP status to answer with
 * @param drop whether the connection is cut before anything is done
 * @param truncate whether half of the answer is lost, after everything was done
 * @param delayMillis how long the answer is held back, after everything was done
 */
public record Strike(
    long fault,
    OptionalInt errcode,
    OptionalInt http,
    boolean drop,
    boolean truncate,
    long delayMillis) {
  /** Leaves a request alone. */
  public static final Strike NONE =
      new Strike(0, OptionalInt.empty(), OptionalInt.empty(), false, false, 0);
}
