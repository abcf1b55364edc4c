package io.github.wxcard.sandbox.http;

import io.github.wxcard.event.PushAcceptance;
import io.github.wxcard.event.UnexpectedText;
import io.github.wxcard.text.Excerpt;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * Whether the merchant's server accepted an event.
 *
 * @param answered whether any answer came, which tells a wrong one from a server that is down
 * @param words what happened, in the sandbox's own words
 * @param quoted what the merchant's server said, or its like; empty for nothing
 */
record PushResult(boolean accepted, boolean answered, String words, String quoted) {
  private static final int QUOTED = 60;

  /** What an answer means: a status of 2xx with {@code success} or nothing accepts the event. */
  static PushResult of(HttpResponse<String> response, Duration took) {
    int status = response.statusCode();
    if (status / 100 == 3) {
      return wrong("HTTP " + status + ", redirects are not followed", "");
    }
    if (status / 100 != 2) {
      return wrong("HTTP " + status, "");
    }
    String answer = response.body().strip();
    if (PushAcceptance.accepts(status, answer)) {
      String said = answer.isEmpty() ? "empty" : answer;
      return new PushResult(true, true, status + " " + said + " in " + took.toMillis() + " ms", "");
    }
    List<String> surplus = UnexpectedText.of(answer, PushAcceptance.SUCCESS);
    return surplus.isEmpty()
        ? wrong(status + " but neither success nor empty", quoted(answer))
        : wrong(status + " success, but with " + String.join(", ", surplus), quoted(answer));
  }

  /** What the lack of an answer means. */
  static PushResult of(Throwable trouble, Duration limit) {
    Throwable cause =
        trouble instanceof CompletionException && trouble.getCause() != null
            ? trouble.getCause()
            : trouble;
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return none("timeout after " + seconds(limit), "");
    }
    if (cause instanceof ConnectException) {
      return none("refused: " + whyUnconnected(cause), "");
    }
    // Of an answer that is no HTTP the message quotes the first line.
    String what = cause instanceof IOException ? "no answer" : "not sent";
    return none(what, quoted(IoErrorMessage.of(cause)));
  }

  private static PushResult wrong(String words, String quoted) {
    return new PushResult(false, true, words, quoted);
  }

  private static PushResult none(String words, String quoted) {
    return new PushResult(false, false, words, quoted);
  }

  private static String whyUnconnected(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "unknown host";
      }
    }
    String message = trouble.getMessage();
    return message == null || message.equals("Connection refused")
        ? "connection refused"
        : quoted(message);
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  /** The beginning of a text, on one line. */
  private static String quoted(String text) {
    return Excerpt.of(text.replaceAll("[\\s\\p{Cc}]+", " "), QUOTED);
  }
}
