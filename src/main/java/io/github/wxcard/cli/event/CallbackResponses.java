package io.github.wxcard.cli.event;

import io.github.wxcard.server.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers to WeChat: a status and plain text. */
final class CallbackResponses {
  /** Received, nothing to say. */
  static final Response SUCCESS = of(200, "success");

  /** Not now: WeChat will send it again. */
  static final Response LATER = of(503, "");

  private CallbackResponses() {}

  static Response of(int status, String text) {
    return new Response(
        status,
        // What is echoed is no page, whatever it looks like.
        Map.of("Content-Type", "text/plain; charset=utf-8", "X-Content-Type-Options", "nosniff"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the sender has no reason to send it again. */
  static boolean isSuccess(Response response) {
    return response.status() / 100 == 2;
  }
}
