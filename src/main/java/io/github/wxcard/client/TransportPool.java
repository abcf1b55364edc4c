package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections that outlive a single client: one set a host, opened at the first call to it. */
public final class TransportPool implements AutoCloseable {
  /** From this JDK on the launcher's archive holds the JDK's client ready for use. */
  private static final int FIRST_WITHOUT_NEED = 25;

  private final Environment environment;

  /** By host and limit, as a list: how a record is compared is slow to make at a first call. */
  private final Map<List<Object>, HttpTransport> open = new HashMap<>();

  private HttpClientFuture started;
  private Duration startedLimit;

  public TransportPool(Environment environment) {
    this.environment = environment;
  }

  /**
   * Begins to make a client for plain HTTP beside whatever comes next, as the JDK takes long to do
   * it; where its start-up cache holds what that takes, there is no need.
   */
  public synchronized void prepare(ClientOptions options) {
    if (started == null && Runtime.version().feature() < FIRST_WITHOUT_NEED) {
      startedLimit = options.callLimit();
      started = HttpClientFuture.plain(startedLimit);
    }
  }

  /**
   * @param host scheme and authority
   */
  synchronized HttpTransport to(URI host, ClientOptions options) {
    Duration limit = options.callLimit();
    return open.computeIfAbsent(List.of(host, limit), unused -> opened(host, limit));
  }

  private HttpTransport opened(URI host, Duration limit) {
    if (started == null || !limit.equals(startedLimit) || !HttpTransport.isPlain(host)) {
      return HttpTransport.open(host, environment, limit);
    }
    HttpClientFuture taken = started;
    started = null;
    return HttpTransport.openPlain(host, taken);
  }

  /** Lets go of every connection and thread, so that the process can end at once. */
  @Override
  public synchronized void close() {
    open.values().forEach(HttpTransport::close);
    open.clear();
    if (started != null) {
      started.stop();
      started = null;
    }
  }
}
