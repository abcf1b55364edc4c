package io.github.wxcard.client;

/** An interrupt, or the end of the time, came before the request was on its way. */
final class InterruptedBeforeSendException extends InterruptedException {
  /**
   * @param awaited what there was not, as in {@code "no connection"}
   */
  InterruptedBeforeSendException(String awaited) {
    super(awaited);
  }
}
