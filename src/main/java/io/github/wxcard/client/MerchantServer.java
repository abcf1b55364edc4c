package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
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
public final class MerchantServer implements AutoCloseable {
  /** What WeChat waits for an answer. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int LONGEST_ANSWER = 1 << 20;

  private final HttpTransport transport;
  private final Duration limit;

  private MerchantServer(HttpTransport transport, Duration limit) {
    this.transport = transport;
    this.limit = limit;
  }

  /**
   * Opens connections to a server; nothing is sent yet.
   *
   * @param limit for a whole exchange
   */
  public static MerchantServer at(URI address, Environment environment, Duration limit) {
    return new MerchantServer(HttpTransport.open(address, environment, limit), limit);
  }

  /** Sends a message; the delivery says what came of it, and nothing is thrown but interrupts. */
  public Delivery post(URI address, String contentType, byte[] body) {
    return exchange(
        new OutgoingRequest("POST", address, Map.of("Content-Type", contentType), body));
  }

  /** Asks for an address, as {@link #post} sends a message to one. */
  public Delivery get(URI address) {
    return exchange(new OutgoingRequest("GET", address, Map.of(), null));
  }

  private Delivery exchange(OutgoingRequest request) {
    long start = System.nanoTime();
    try {
      ReceivedResponse receivedResponse = transport.send(request, limit, LONGEST_ANSWER);
      String answer = new String(receivedResponse.body(), StandardCharsets.UTF_8);
      return new Delivery(receivedResponse.status(), since(start), answer, "");
    } catch (IOException e) {
      return Delivery.without(why(e), since(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(Kind.INTERRUPTED, "interrupted while waiting for an answer", null);
    }
  }

  @Override
  public void close() {
    transport.close();
  }

  private static long since(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private String why(IOException trouble) {
    if (trouble instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (trouble instanceof HttpTimeoutException) {
      return "no answer within " + limit.toMillis() + " ms";
    }
    String why = NetworkTrouble.why(trouble);
    return trouble instanceof ConnectException ? why : "no answer: " + why;
  }
}
