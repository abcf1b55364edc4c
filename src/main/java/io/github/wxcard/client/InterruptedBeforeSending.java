package io.github.wxcard.client;

/** An interrupt, or the end of the time, came before the request was on its way. */
final class InterruptedBeforeSending extends InterruptedException {
  /**
   * @param awaited what there was not, as in {@code "no connection"}
   */
  InterruptedBeforeSending(String awaited) {
    super(awaited);
  }
}
