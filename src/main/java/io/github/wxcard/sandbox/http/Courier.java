package io.github.wxcard.sandbox.http;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Carries requests to the merchant's server. What that takes is made at the first of them. */
final class Courier implements AutoCloseable {
  private final Duration limit;
  private final ThreadGroup threads = new ThreadGroup("sandbox delivery");
  private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
  private final AtomicLong sent = new AtomicLong();
  private HttpClient client;

  /**
   * @param limit for a whole exchange
   */
  Courier(Duration limit) {
    this.limit = limit;
  }

  /** Sends a request; the verdict never fails. */
  CompletableFuture<Verdict> carry(HttpRequest request) {
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
                return Verdict.of(response, Duration.ofNanos(System.nanoTime() - start));
              }
              exchange.cancel(true);
              return Verdict.of(trouble, limit);
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
}
