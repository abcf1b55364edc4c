package io.github.wxcard.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes in an answer's text up to 64 KiB, and hangs up on whoever goes on. */
final class ShortText implements BodySubscriber<String> {
  private static final int MOST = 64 << 10;

  private final CompletableFuture<String> text = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Subscription upstream;

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    upstream.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] some = new byte[Math.min(buffer.remaining(), MOST - bytes.size())];
      boolean whole = some.length == buffer.remaining();
      buffer.get(some);
      bytes.writeBytes(some);
      if (!whole) {
        upstream.cancel();
        text.complete(bytes.toString(StandardCharsets.UTF_8) + "…");
        return;
      }
    }
  }

  @Override
  public void onError(Throwable trouble) {
    text.completeExceptionally(trouble);
  }

  @Override
  public void onComplete() {
    text.complete(bytes.toString(StandardCharsets.UTF_8));
  }
}
