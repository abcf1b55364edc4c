package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The JDK's HTTP client, set up for one host, with a way to make it let go of the process. */
final class HttpConnections implements AutoCloseable {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final HttpClient client;
  private final ThreadGroup threads;

  private HttpConnections(HttpClient client, ThreadGroup threads) {
    this.client = client;
    this.threads = threads;
  }

  static HttpConnections open(URI base, Environment environment, Duration callLimit) {
    ProxyRule proxy = ProxyRule.forBase(base, environment);
    proxy.allowPasswords();
    // One version: an upgrade offer would go out with every plain request to a sandbox.
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(connectLimit(callLimit))
            .sslContext(Trust.forBase(base, environment));
    proxy.applyTo(builder);
    ThreadGroup threads = new ThreadGroup("wxcard http");
    return new HttpConnections(build(builder, threads), threads);
  }

  HttpClient client() {
    return client;
  }

  /** From JDK 21 on clients can be closed; before, only their selector's thread can be stopped. */
  @Override
  public void close() {
    threads.interrupt();
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("closing the HTTP client", e);
      }
    }
  }

  /** Shorter than a whole call, so that a request which never left is known not to have. */
  private static Duration connectLimit(Duration callLimit) {
    Duration most = callLimit.multipliedBy(3).dividedBy(4);
    return most.compareTo(LONGEST_CONNECT) < 0 ? most : LONGEST_CONNECT;
  }

  /** The selector's thread joins the group of the thread that builds the client. */
  private static HttpClient build(HttpClient.Builder builder, ThreadGroup threads) {
    CompletableFuture<HttpClient> built = new CompletableFuture<>();
    new Thread(threads, () -> built.completeAsync(builder::build, Runnable::run)).start();
    return built.join();
  }
}
