package io.github.wxcard.sandbox.http;

import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.CardEvent;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.sandbox.service.admin.CallbackEndpoint;
import io.github.wxcard.sandbox.service.base.SandboxAccount;
import io.github.wxcard.sandbox.store.EventTable.Event;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Sends events to the merchant's server. What that takes is made at the first of them. */
final class PushClient implements AutoCloseable {
  private final RandomGenerator random;
  private final Duration limit;
  private final ThreadGroup threads = new ThreadGroup("sandbox delivery");
  private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
  private final AtomicLong sent = new AtomicLong();
  private HttpClient client;

  /**
   * @param limit for a whole exchange
   */
  PushClient(RandomGenerator random, Duration limit) {
    this.random = random;
    this.limit = limit;
  }

  /**
   * Sends an event, signed and if need be encrypted; the result never fails.
   *
   * @param now the real time: whoever receives it compares it with a clock that no control moves
   */
  CompletableFuture<PushResult> send(Event event, CallbackEndpoint callback, Instant now) {
    try {
      return send(request(event, callback, now));
    } catch (RuntimeException unsendable) {
      return CompletableFuture.completedFuture(PushResult.of(unsendable, limit));
    }
  }

  private HttpRequest request(Event event, CallbackEndpoint callback, Instant now) {
    CallbackKeys keys =
        new CallbackKeys(callback.token(), callback.encodingAesKey(), SandboxAccount.APP_ID);
    SignedPush push = SignedPush.of(document(event), keys, callback.mode(), now, random);
    return HttpRequest.newBuilder(push.at(callback.url()))
        .header("Content-Type", SignedPush.CONTENT_TYPE)
        .POST(BodyPublishers.ofString(push.body()))
        .build();
  }

  private static CardEvent document(Event event) {
    Map<String, String> fields = new LinkedHashMap<>();
    event
        .fields()
        .properties()
        .forEach(each -> fields.put(each.getKey(), each.getValue().asText()));
    return new CardEvent(
        event.name(), SandboxAccount.ORIGINAL_ID, event.sender(), event.created(), fields);
  }

  private CompletableFuture<PushResult> send(HttpRequest request) {
    long start = System.nanoTime();
    CompletableFuture<HttpResponse<String>> exchange =
        client().sendAsync(request, head -> new ShortText());
    long number = sent.incrementAndGet();
    underWay.put(number, exchange);
    return exchange
        .copy()
        .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
        .handle(
            (response, trouble) -> {
              underWay.remove(number);
              if (trouble == null) {
                return PushResult.of(response, Duration.ofNanos(System.nanoTime() - start));
              }
              exchange.cancel(true);
              return PushResult.of(trouble, limit);
            });
  }

  /** Hangs up on everybody. From JDK 21 on clients can be closed; before, only their threads. */
  @Override
  public synchronized void close() {
    underWay.values().forEach(exchange -> exchange.cancel(true));
    threads.interrupt();
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("closing the HTTP client", e);
      }
    }
  }

  private synchronized HttpClient client() {
    if (client == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(Version.HTTP_1_1)
              .followRedirects(Redirect.NEVER)
              .proxy(HttpClient.Builder.NO_PROXY)
              .connectTimeout(limit);
      // The selector's thread joins the group of the thread that builds the client.
      CompletableFuture<HttpClient> built = new CompletableFuture<>();
      new Thread(threads, () -> built.completeAsync(builder::build, Runnable::run)).start();
      client = built.join();
    }
    return client;
  }

  /** Takes in an answer's text up to 64 KiB, and hangs up on whoever goes on. */
  private static final class ShortText implements BodySubscriber<String> {
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
}
