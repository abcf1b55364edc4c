package io.github.wxcard.server;

/**
 * What goes wrong with an answer because somebody asked for it.
 *
 * @param drop whether the connection is cut instead
 * @param truncate whether it is cut in the middle of the content
 * @param delayMillis how long the answer is held back
 */
public record FaultEffect(boolean drop, boolean truncate, long delayMillis) {
  public static final FaultEffect NONE = new FaultEffect(false, false, 0);
}
