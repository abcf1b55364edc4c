package io.github.wxcard.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;

/** A request as it leaves, apart from what HTTP itself adds, that knows whether it has left. */
final class OutgoingRequest {
  private final String method;
  private final URI address;
  private final Map<String, String> headers;
  private final byte[] body;
  private volatile boolean left;

  /**
   * @param body null for none
   */
  OutgoingRequest(String method, URI address, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.address = address;
    this.headers = headers;
    this.body = body;
    // Nothing tells when a request without a body leaves.
    this.left = body == null || body.length == 0;
  }

  /**
   * The same for the JDK's client.
   *
   * @param proxyLogin for the proxy alone: the client takes it out of what goes through a tunnel
   */
  HttpRequest forClient(Optional<String> proxyLogin) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(address);
    headers.forEach(builder::header);
    proxyLogin.ifPresent(value -> builder.header("Proxy-Authorization", value));
    return builder
        .method(
            method,
            body == null
                ? BodyPublishers.noBody()
                : new WatchedBody(BodyPublishers.ofByteArray(body)))
        .build();
  }

  /** Whether it can have arrived: false as long as its body was not asked for. */
  boolean left() {
    return left;
  }

  /** Asked for when the connection stands, TLS included. */
  private final class WatchedBody implements BodyPublisher {
    private final BodyPublisher publisher;

    WatchedBody(BodyPublisher publisher) {
      this.publisher = publisher;
    }

    @Override
    public long contentLength() {
      return publisher.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
      left = true;
      publisher.subscribe(subscriber);
    }
  }
}
