package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A client of the JDK's that is being made, beside the caller, who has a token to read before the
 * first request.
 */
final class HttpClientFuture {
  private static final String TUNNEL_PASSWORDS = "jdk.http.auth.tunneling.disabledSchemes";
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  static {
    configureJdk();
  }

  private final CompletableFuture<HttpClient> built = new CompletableFuture<>();
  private final ThreadGroup threads = new ThreadGroup("wxcard http");

  /** The selector's thread joins the group of the thread that builds the client. */
  private HttpClientFuture(HttpClient.Builder builder) {
    Runnable build = () -> built.completeAsync(builder::build, Runnable::run);
    Thread builds = new Thread(threads, build, "wxcard http");
    builds.setDaemon(true);
    builds.start();
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

  /** For any host in the clear. */
  static HttpClientFuture plain(Duration callLimit) {
    return new HttpClientFuture(
        builder(callLimit)
            .sslContext(new NoTls())
            .sslParameters(new SSLParameters())
            .proxy(HttpClient.Builder.NO_PROXY));
  }

  static HttpClientFuture secure(ProxySettings proxy, Environment environment, Duration callLimit) {
    HttpClient.Builder builder = builder(callLimit).sslContext(TlsContext.of(environment));
    proxy.applyTo(builder);
    return new HttpClientFuture(builder);
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

  HttpClient client() {
    return built.join();
  }

  ThreadGroup threads() {
    return threads;
  }

  /** From JDK 21 on clients can be closed; before, only their selector's thread can be stopped. */
  void stop() {
    HttpClient client = client();
    threads.interrupt();
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("closing the HTTP client", e);
      }
    }
  }

  /**
   * For a client that speaks plain HTTP and follows no redirect: the JDK's wants a context all the
   * same, and making a real one takes longer than a command. Any use is refused.
   */
  private static final class NoTls extends SSLContext {
    NoTls() {
      super(new Refusing(), null, "none");
    }
  }

  private static final class Refusing extends SSLContextSpi {
    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
      throw refused();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      throw refused();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      throw refused();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      throw refused();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      throw refused();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      throw refused();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      throw refused();
    }

    private static UnsupportedOperationException refused() {
      return new UnsupportedOperationException("there is no TLS here");
    }
  }
}
