package io.github.wxcard.server;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** The answers to what is no request, or none that can be taken. */
final class BadRequest {
  private BadRequest() {}

  static Response unreadable(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Response.plain(414, "The request's first line is longer than 64 KiB.\n");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return Response.plain(431, "The request's headers are larger than 256 KiB.\n");
    }
    if (cause instanceof BadRequestException) {
      return Response.plain(400, "This is no HTTP request: " + cause.getMessage() + ".\n");
    }
    return Response.plain(400, "This is no HTTP request.\n");
  }

  static Response noPath() {
    return Response.plain(400, "The request names no path of this server.\n");
  }

  static Response tooLarge(int largestBody) {
    return Response.plain(413, "The body is larger than " + (largestBody >> 20) + " MiB.\n");
  }
}
