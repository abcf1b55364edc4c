package io.github.wxcard.server;

/** Why a text is no request: the rest of a sentence that begins with it. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  BadRequestException(String why) {
    super(why, null, false, false);
  }
}
