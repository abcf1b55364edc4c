package io.github.wxcard.client;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;

/** A request for the JDK's client that knows whether it has left. */
final class TrackedRequest {
  private final HttpRequest request;
  private volatile boolean left;

  /**
   * @param proxyLogin for the proxy alone: the client takes it out of what goes through a tunnel
   */
  TrackedRequest(OutgoingRequest outgoingRequest, Optional<String> proxyLogin) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(outgoingRequest.address());
    outgoingRequest.headers().forEach(builder::header);
    proxyLogin.ifPresent(value -> builder.header("Proxy-Authorization", value));
    byte[] body = outgoingRequest.body();
    // Nothing tells when a request without a body leaves.
    left = body == null || body.length == 0;
    request =
        builder
            .method(
                outgoingRequest.method(),
                body == null
                    ? BodyPublishers.noBody()
                    : new WatchedBody(BodyPublishers.ofByteArray(body)))
            .build();
  }

  HttpRequest request() {
    return request;
  }

  /** Whether it can have arrived: false as long as its body was not asked for. */
  boolean left() {
    return left;
  }

  /** Asked for when the connection stands, TLS included. */
  private final class WatchedBody implements BodyPublisher {
    private final BodyPublisher body;

    WatchedBody(BodyPublisher body) {
      this.body = body;
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
      left = true;
      body.subscribe(subscriber);
    }
  }
}
