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
  private static final String TUNNEL_PASSWORDS = "jdk.http.auth.tunneling.disabledSchemes";
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  static {
    configureJdk();
  }

  private final URI base;
  private final Optional<String> proxyLogin;
  private final String nextHost;
  private final ProxyAuthentication login;
  private final StartedClient started;
  private final DeadlineWatchdog watchdog;
  private final NameLookup lookup = new NameLookup();
  private volatile boolean closed;

  private HttpTransport(URI base, ProxySettings proxy, StartedClient started) {
    this.base = base;
    this.proxyLogin = proxy.login();
    this.nextHost = proxy.nextHost(base);
    this.login = new ProxyAuthentication(proxyLogin);
    this.started = started;
    this.watchdog = new DeadlineWatchdog(started.threads);
  }

  /**
   * What the JDK's client reads once, when it is loaded: it must neither repeat what it takes for
   * harmless, as its callers decide about that, nor keep passwords from proxies.
   */
  static void configureJdk() {
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    if (System.getProperty(TUNNEL_PASSWORDS) == null) {
      System.setProperty(TUNNEL_PASSWORDS, "");
    }
  }

  /** A client of the JDK's that is being made, and the group of its selector's thread. */
  record StartedClient(CompletableFuture<HttpClient> client, ThreadGroup threads) {}

  /** In the clear only where the address says so. Nothing is sent yet. */
  static HttpTransport open(URI base, Environment environment, Duration callLimit) {
    if (isPlain(base)) {
      return new HttpTransport(base, ProxySettings.none(), startPlain(callLimit));
    }
    ProxySettings proxy = ProxySettings.forBase(base, environment);
    HttpClient.Builder builder = builder(callLimit).sslContext(TlsContext.of(environment));
    proxy.applyTo(builder);
    return new HttpTransport(base, proxy, start(builder));
  }

  /** To a host in the clear, with a client that was started before the host was known. */
  static HttpTransport openPlain(URI base, StartedClient started) {
    return new HttpTransport(base, ProxySettings.none(), started);
  }

  static boolean isPlain(URI base) {
    return "http".equalsIgnoreCase(base.getScheme());
  }

  /** Begins to make a client for any host in the clear. */
  static StartedClient startPlain(Duration callLimit) {
    HttpClient.Builder builder =
        builder(callLimit)
            .sslContext(new NoTlsContext())
            .sslParameters(new SSLParameters())
            .proxy(HttpClient.Builder.NO_PROXY);
    return start(builder);
  }

  private static HttpClient.Builder builder(Duration callLimit) {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        // All it has to do is short; handing it to other threads takes longer than doing it.
        .executor(Runnable::run)
        .connectTimeout(connectLimit(callLimit));
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
  private static StartedClient start(HttpClient.Builder builder) {
    ThreadGroup threads = new ThreadGroup("wxcard http");
    CompletableFuture<HttpClient> built = new CompletableFuture<>();
    Runnable build = () -> built.completeAsync(builder::build, Runnable::run);
    Thread builds = new Thread(threads, build, "wxcard http");
    builds.setDaemon(true);
    builds.start();
    return new StartedClient(built, threads);
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
    HttpClient client = started.client.join();
    TrackedRequest tracked = new TrackedRequest(request, proxyLogin);
    ResponseCollector collector = new ResponseCollector(longest);
    try {
      HttpResponse<byte[]> response = client.send(tracked.request(), collector);
      login.check(response);
      return received(response);
    } catch (HttpTimeoutException late) {
      throw late;
    } catch (IOException thrown) {
      throw explained(thrown, tracked, collector);
    } catch (IllegalArgumentException unreadable) {
      throw ResponseCollector.unreadable();
    } catch (InterruptedException e) {
      throw tracked.left() ? e : new InterruptedBeforeSendException("no connection");
    }
  }

  /** Beforehand: the client's own look-up, which then has its answer, could not be interrupted. */
  private void lookUp() throws IOException, InterruptedException {
    try {
      lookup.find(nextHost);
    } catch (UnknownHostException told) {
      // By the client, in the same words as ever.
      return;
    }
  }

  private IOException explained(
      IOException thrown, TrackedRequest tracked, ResponseCollector collector) {
    IOException cause = thrown.getCause() instanceof IOException inner ? inner : thrown;
    if (cause instanceof ProxyException refusal) {
      return refusal;
    }
    Optional<ProxyException> tunnel = ProxyException.tunnel(cause, base.getHost());
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

  @Override
  public void close() {
    closed = true;
    watchdog.close();
    stop(started);
  }

  /** From JDK 21 on clients can be closed; before, only their selector's thread can be stopped. */
  static void stop(StartedClient started) {
    HttpClient built = started.client.join();
    started.threads.interrupt();
    if (built instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("closing the HTTP client", e);
      }
    }
  }
}
