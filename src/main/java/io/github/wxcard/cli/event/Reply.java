package io.github.wxcard.cli.event;

/** An answer to WeChat: a status and plain text. */
record Reply(int status, String text) {
  /** Received, nothing to say. */
  static final Reply SUCCESS = new Reply(200, "success");

  /** Not now: WeChat will send it again. */
  static final Reply LATER = new Reply(503, "");

  /** Whether the sender has no reason to send it again. */
  boolean ok() {
    return status / 100 == 2;
  }
}
