package io.github.wxcard.client;

import java.io.IOException;

/** Something went wrong before the request was on its way, so that nothing can have been done. */
final class NotSentException extends IOException {
  NotSentException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
