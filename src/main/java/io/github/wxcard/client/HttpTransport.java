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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;

/**
 * HTTP/1.1 to one host: each request is sent once, no redirect is followed. Safe for several
 * threads.
 */
final class HttpTransport implements AutoCloseable {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  static {
    // Read once, when the JDK's client is loaded, which would else repeat what it takes for safe.
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }

  private final URI base;
  private final ProxyRule proxy;
  private final ProxyLogin login;
  private final CompletableFuture<HttpClient> client;
  private final ThreadGroup threads;
  private final DeadlineWatchdog watchdog;
  private final NameLookup lookup = new NameLookup();
  private volatile boolean closed;

  private HttpTransport(
      URI base, ProxyRule proxy, CompletableFuture<HttpClient> client, ThreadGroup threads) {
    this.base = base;
    this.proxy = proxy;
    this.login = new ProxyLogin(proxy.login());
    this.client = client;
    this.threads = threads;
    this.watchdog = new DeadlineWatchdog(threads);
  }

  /** In the clear only where the address says so. Nothing is sent yet. */
  static HttpTransport open(URI base, Environment environment, Duration callLimit) {
    boolean plain = "http".equalsIgnoreCase(base.getScheme());
    ProxyRule proxy = plain ? ProxyRule.none() : ProxyRule.forBase(base, environment);
    // Before anything of the JDK's client is loaded, which settles how proxies are answered.
    proxy.allowPasswords();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            // All it has to do is short; handing it to other threads takes longer than doing it.
            .executor(Runnable::run)
            .connectTimeout(connectLimit(callLimit));
    if (plain) {
      builder.sslContext(new NoTlsContext()).sslParameters(new SSLParameters());
    } else {
      builder.sslContext(TlsContext.of(environment));
    }
    proxy.applyTo(builder);
    ThreadGroup threads = new ThreadGroup("wxcard http");
    return new HttpTransport(base, proxy, build(builder, threads), threads);
  }

  /** Shorter than a whole call, so that a request which never left is known not to have. */
  private static Duration connectLimit(Duration callLimit) {
    Duration most = callLimit.multipliedBy(3).dividedBy(4);
    return most.compareTo(LONGEST_CONNECT) < 0 ? most : LONGEST_CONNECT;
  }

  /**
   * Beside the caller, who has a token to read before the first request. The selector's thread
   * joins the group of the thread that builds the client.
   */
  private static CompletableFuture<HttpClient> build(
      HttpClient.Builder builder, ThreadGroup threads) {
    CompletableFuture<HttpClient> built = new CompletableFuture<>();
    Thread builds =
        new Thread(
            threads, () -> built.completeAsync(builder::build, Runnable::run), "wxcard http");
    builds.setDaemon(true);
    builds.start();
    return built;
  }

  /**
   * Sends a request; the whole answer is there in time, or a {@link HttpTimeoutException} is
   * thrown.
   *
   * @param limit from now to the answer's last byte
   * @param longest how many bytes the answer may have
   */
  ReceivedResponse send(OutgoingRequest request, Duration limit, int longest)
      throws IOException, InterruptedException {
    return watchdog.within(limit, () -> login.pass(() -> exchange(request, longest)));
  }

  private ReceivedResponse exchange(OutgoingRequest request, int longest)
      throws IOException, InterruptedException {
    if (closed) {
      throw new ConnectException("the client is closed");
    }
    lookUp();
    HttpClient built = client.join();
    TrackedRequest tracked = new TrackedRequest(request, proxy.login());
    ResponseCollector collector = new ResponseCollector(longest);
    try {
      HttpResponse<byte[]> response = built.send(tracked.request(), collector);
      login.check(response);
      return received(response);
    } catch (HttpTimeoutException late) {
      throw late;
    } catch (IOException thrown) {
      throw explained(thrown, tracked, collector);
    } catch (IllegalArgumentException unreadable) {
      throw ResponseCollector.unreadable();
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

  private IOException explained(
      IOException thrown, TrackedRequest tracked, ResponseCollector collector) {
    IOException cause = thrown.getCause() instanceof IOException trouble ? trouble : thrown;
    if (cause instanceof ProxyRefusal refusal) {
      return refusal;
    }
    Optional<ProxyRefusal> tunnel = ProxyRefusal.tunnel(cause, base.getHost());
    if (tunnel.isPresent()) {
      return tunnel.get();
    }
    if (speaksForItself(cause)) {
      return cause;
    }
    return tracked.left() ? collector.explained(thrown) : new NotSentException(cause);
  }

  private static boolean speaksForItself(IOException cause) {
    return cause instanceof ConnectException
        || cause instanceof SSLHandshakeException
        || cause instanceof ResponseCollector.TooLarge;
  }

  private static ReceivedResponse received(HttpResponse<byte[]> response) {
    return new ReceivedResponse(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Date"),
        response.headers().firstValue(ReceivedResponse.REASON));
  }

  /** From JDK 21 on clients can be closed; before, only their selector's thread can be stopped. */
  @Override
  public void close() {
    closed = true;
    watchdog.close();
    HttpClient built = client.join();
    threads.interrupt();
    if (built instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("closing the HTTP client", e);
      }
    }
  }
}
