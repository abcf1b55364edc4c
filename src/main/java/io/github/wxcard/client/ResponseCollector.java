package io.github.wxcard.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Collects one response's bytes, hangs up on one that does not end in time for our memory, and is
 * stricter than the JDK's client about where a response ends.
 */
final class ResponseCollector implements BodyHandler<byte[]>, BodySubscriber<byte[]> {
  private static final String NO_HTTP = "what came back is no HTTP";

  private final int limit;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private volatile HttpHeaders head;
  private Subscription subscription;

  /**
   * @param limit how many bytes the body may have
   */
  ResponseCollector(int limit) {
    this.limit = limit;
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo response) {
    head = response.headers();
    if (!endsForSure(head)) {
      body.completeExceptionally(new ProtocolException(NO_HTTP));
    } else if (head.firstValueAsLong("Content-Length").orElse(0) > limit) {
      body.completeExceptionally(new TooLarge(limit));
    }
    return this;
  }

  /** Without streams, which take long to begin with. */
  private static boolean endsForSure(HttpHeaders head) {
    for (String encoding : head.allValues("Transfer-Encoding")) {
      if (!encoding.equalsIgnoreCase("chunked")) {
        return false;
      }
    }
    List<String> lengths = head.allValues("Content-Length");
    for (String length : lengths) {
      if (!length.equals(lengths.get(0)) || length.startsWith("-")) {
        return false;
      }
    }
    return true;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription upstream) {
    subscription = upstream;
    if (body.isDone()) {
      upstream.cancel();
    } else {
      upstream.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (collected.size() + buffer.remaining() > limit) {
        subscription.cancel();
        body.completeExceptionally(new TooLarge(limit));
        return;
      }
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      collected.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    body.complete(collected.toByteArray());
  }

  /** Why there is no response, in words that quote nothing of what came: it may be a token. */
  IOException explained(IOException thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof EOFException) {
      return new EOFException(cutOff(thrown));
    }
    boolean misread = root.getClass() == IOException.class && !isReset(root);
    return root instanceof ProtocolException || (head != null && misread)
        ? new IOException(NO_HTTP)
        : thrown;
  }

  /** The same for a number that is none. */
  static IOException unreadable() {
    return new IOException(NO_HTTP);
  }

  private static boolean isReset(Throwable root) {
    String message = String.valueOf(root.getMessage());
    return message.startsWith("Connection reset") || message.startsWith("Broken pipe");
  }

  private String cutOff(IOException thrown) {
    if (head == null) {
      return String.valueOf(thrown.getMessage()).contains("received no bytes")
          ? "The target server failed to respond"
          : "the connection ended before the answer did";
    }
    return head.firstValue("Content-Length")
        .map(
            length ->
                "Premature end of Content-Length delimited message body (expected: "
                    + length
                    + "; received: "
                    + collected.size()
                    + ")")
        .orElse("Premature end of chunk coded message body: closing chunk expected");
  }

  /** The answer is longer than any of WeChat's. */
  static final class TooLarge extends IOException {
    TooLarge(int limit) {
      super("the answer is longer than " + (limit >> 20) + " MiB");
    }
  }
}
