package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** https through the JDK's client, set up for one host, and made to let go of the process. */
final class SecureConnections implements Link {
  private final HttpClient client;
  private final ThreadGroup threads;
  private final Watch watch;

  private SecureConnections(HttpClient client, ThreadGroup threads) {
    this.client = client;
    this.threads = threads;
    this.watch = new Watch(threads);
  }

  static SecureConnections open(URI base, Environment environment, Duration callLimit) {
    ProxyRule proxy = ProxyRule.forBase(base, environment);
    // Before anything of the JDK's client is loaded, which settles how proxies are answered.
    proxy.allowPasswords();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            // All it has to do is short; handing it to other threads takes longer than doing it.
            .executor(Runnable::run)
            .connectTimeout(Link.connectLimit(callLimit))
            .sslContext(Trust.of(environment));
    proxy.applyTo(builder);
    ThreadGroup threads = new ThreadGroup("wxcard http");
    return new SecureConnections(build(builder, threads), threads);
  }

  @Override
  public Reply send(Outgoing request, Duration limit, int longest)
      throws IOException, InterruptedException {
    HttpRequest sent = request(request);
    try {
      return reply(watch.within(limit, () -> client.send(sent, BoundedBody.handler(longest))));
    } catch (HttpTimeoutException late) {
      throw late;
    } catch (IOException wrapped) {
      throw wrapped.getCause() instanceof IOException trouble ? trouble : wrapped;
    }
  }

  private static HttpRequest request(Outgoing request) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(request.address());
    request.headers().forEach(builder::header);
    BodyPublisher body =
        request.body() == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(request.body());
    return builder.method(request.method(), body).build();
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    return new Reply(
        response.statusCode(),
        // A proxy's own refusal comes without a body.
        response.body() == null ? new byte[0] : response.body(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Date"),
        response.headers().firstValue(Reply.REASON));
  }

  /** From JDK 21 on clients can be closed; before, only their selector's thread can be stopped. */
  @Override
  public void close() {
    watch.close();
    threads.interrupt();
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("closing the HTTP client", e);
      }
    }
  }

  /** The selector's thread joins the group of the thread that builds the client. */
  private static HttpClient build(HttpClient.Builder builder, ThreadGroup threads) {
    CompletableFuture<HttpClient> built = new CompletableFuture<>();
    new Thread(threads, () -> built.completeAsync(builder::build, Runnable::run)).start();
    return built.join();
  }
}
