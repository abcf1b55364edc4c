package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/**
 * HTTP/1.1 to one host: each request is sent once, no redirect is followed. Safe for several
 * threads.
 */
final class HttpTransport implements AutoCloseable {
  private final URI base;
  private final Optional<String> proxyLogin;
  private final String nextHost;
  private final ProxyAuthentication login;
  private final HttpClientFuture started;
  private final DeadlineWatchdog watchdog;
  private final HostNameResolver lookup = new HostNameResolver();
  private volatile boolean closed;

  /** Something went wrong before the request was on its way: nothing can have been done. */
  static final class NotSentException extends IOException {
    NotSentException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private HttpTransport(URI base, ProxySettings proxy, HttpClientFuture started) {
    this.base = base;
    this.proxyLogin = proxy.login();
    this.nextHost = proxy.nextHost(base);
    this.login = new ProxyAuthentication(proxyLogin);
    this.started = started;
    this.watchdog = new DeadlineWatchdog(started.threads());
  }

  /** In the clear only where the address says so. Nothing is sent yet. */
  static HttpTransport open(URI base, Environment environment, Duration callLimit) {
    if (isPlain(base)) {
      return openPlain(base, HttpClientFuture.plain(callLimit));
    }
    ProxySettings proxy = ProxySettings.forBase(base, environment);
    return new HttpTransport(base, proxy, HttpClientFuture.secure(proxy, environment, callLimit));
  }

  /** To a host in the clear, with a client that may have been started before it was known. */
  static HttpTransport openPlain(URI base, HttpClientFuture started) {
    return new HttpTransport(base, ProxySettings.none(), started);
  }

  static boolean isPlain(URI base) {
    return "http".equalsIgnoreCase(base.getScheme());
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
    HttpRequest outgoing = request.forClient(proxyLogin);
    ResponseCollector collector = new ResponseCollector(longest);
    try {
      HttpResponse<byte[]> response = started.client().send(outgoing, collector);
      login.check(response);
      return received(response);
    } catch (HttpTimeoutException late) {
      throw late;
    } catch (IOException thrown) {
      throw explained(thrown, request, collector);
    } catch (IllegalArgumentException unreadable) {
      throw ResponseCollector.unreadable();
    } catch (InterruptedException e) {
      throw request.left() ? e : new InterruptedBeforeSendException("no connection");
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
      IOException thrown, OutgoingRequest request, ResponseCollector collector) {
    IOException cause = thrown.getCause() instanceof IOException inner ? inner : thrown;
    Optional<ProxyException> refusal = ProxyException.in(cause, base.getHost());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (cause instanceof ConnectException
        || cause instanceof SSLHandshakeException
        || cause instanceof ResponseCollector.TooLarge) {
      return cause;
    }
    return request.left() ? collector.explained(thrown) : new NotSentException(cause);
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
    started.stop();
  }
}
