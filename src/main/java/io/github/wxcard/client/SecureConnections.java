package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;

/** https through the JDK's client, set up for one host, and made to let go of the process. */
final class SecureConnections implements Link {
  private final URI base;
  private final ProxyRule proxy;
  private final ProxyLogin login;
  private final HttpClient client;
  private final ThreadGroup threads;
  private final Watch watch;
  private final NameLookup lookup = new NameLookup();

  private SecureConnections(URI base, ProxyRule proxy, HttpClient client, ThreadGroup threads) {
    this.base = base;
    this.proxy = proxy;
    this.login = new ProxyLogin(proxy.login());
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
    return new SecureConnections(base, proxy, build(builder, threads), threads);
  }

  @Override
  public Reply send(Outgoing request, Duration limit, int longest)
      throws IOException, InterruptedException {
    return watch.within(limit, () -> login.pass(() -> exchange(request, longest)));
  }

  private Reply exchange(Outgoing request, int longest) throws IOException, InterruptedException {
    lookUp();
    TrackedRequest tracked = new TrackedRequest(request, proxy.login());
    try {
      HttpResponse<byte[]> response = client.send(tracked.request(), BoundedBody.handler(longest));
      login.check(response);
      return reply(response);
    } catch (HttpTimeoutException late) {
      throw late;
    } catch (IOException thrown) {
      throw explained(thrown, tracked);
    } catch (InterruptedException e) {
      throw tracked.left() ? e : new InterruptedBeforeSending("no connection");
    }
  }

  /** Beforehand: the client's own look-up, which then has its answer, could not be interrupted. */
  private void lookUp() throws IOException, InterruptedException {
    try {
      lookup.find(proxy.nextHost(base));
    } catch (UnknownHostException told) {
      // By the client, in the same words as ever.
      return;
    }
  }

  private IOException explained(IOException thrown, TrackedRequest tracked) {
    IOException cause = thrown.getCause() instanceof IOException trouble ? trouble : thrown;
    if (cause instanceof ProxyRefusal refusal) {
      return refusal;
    }
    return ProxyRefusal.tunnel(cause, base.getHost())
        .map(IOException.class::cast)
        .orElseGet(
            () -> speaksForItself(cause) || tracked.left() ? cause : new NotSentException(cause));
  }

  private static boolean speaksForItself(IOException cause) {
    return cause instanceof ConnectException || cause instanceof SSLHandshakeException;
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    return new Reply(
        response.statusCode(),
        response.body(),
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
