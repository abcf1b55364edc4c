package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A merchant's server as WeChat sees it: it is sent messages and has a few seconds for the whole
 * answer. Redirects are not followed.
 */
public final class CallbackClient implements AutoCloseable {
  /** What WeChat waits for an answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final int LONGEST_ANSWER = 1 << 20;

  private final HttpTransport transport;
  private final Duration limit;

  private CallbackClient(HttpTransport transport, Duration limit) {
    this.transport = transport;
    this.limit = limit;
  }

  /**
   * Opens connections to a server; nothing is sent yet.
   *
   * @param limit for a whole exchange
   */
  public static CallbackClient at(URI address, Environment environment, Duration limit) {
    return new CallbackClient(HttpTransport.open(address, environment, limit), limit);
  }

  /** Sends a message; the delivery says what came of it, and nothing is thrown but interrupts. */
  public PushDelivery post(URI address, String contentType, byte[] body) {
    return exchange(
        new OutgoingRequest("POST", address, Map.of("Content-Type", contentType), body));
  }

  /** Asks for an address, as {@link #post} sends a message to one. */
  public PushDelivery get(URI address) {
    return exchange(new OutgoingRequest("GET", address, Map.of(), null));
  }

  private PushDelivery exchange(OutgoingRequest request) {
    long start = System.nanoTime();
    try {
      ReceivedResponse response = transport.send(request, limit, LONGEST_ANSWER);
      String answer = new String(response.body(), StandardCharsets.UTF_8);
      return new PushDelivery(response.status(), since(start), answer, "");
    } catch (IOException e) {
      return PushDelivery.without(why(e), since(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while waiting for an answer", null);
    }
  }

  @Override
  public void close() {
    transport.close();
  }

  private static long since(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private String why(IOException thrown) {
    if (thrown instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (thrown instanceof HttpTimeoutException) {
      return "no answer within " + limit.toMillis() + " ms";
    }
    String why = NetworkErrors.why(thrown);
    return thrown instanceof ConnectException ? why : "no answer: " + why;
  }
}
