package io.github.wxcard.sandbox.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** What is told a caller whose bytes are no request. */
final class Misread {
  private Misread() {}

  static Answer answer(Throwable trouble) {
    if (trouble instanceof TooLongHttpLineException) {
      return Answer.plain(414, "The request's first line is longer than 64 KiB.\n");
    }
    if (trouble instanceof TooLongHttpHeaderException) {
      return Answer.plain(431, "The request's headers are larger than 256 KiB.\n");
    }
    return Answer.plain(400, "This is no HTTP request.\n");
  }
}
