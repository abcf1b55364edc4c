package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections that outlive a single client: one set a host, opened at the first call to it. */
public final class Connections implements AutoCloseable {
  private final Environment environment;

  /** By host and limit, as a list: how a record is compared is slow to make at a first call. */
  private final Map<List<Object>, HttpTransport> open = new HashMap<>();

  public Connections(Environment environment) {
    this.environment = environment;
  }

  /**
   * @param host scheme and authority
   */
  synchronized HttpTransport to(URI host, ClientOptions options) {
    Duration limit = options.callLimit();
    return open.computeIfAbsent(
        List.of(host, limit), unused -> HttpTransport.open(host, environment, limit));
  }

  /** Lets go of every connection and thread, so that the process can end at once. */
  @Override
  public synchronized void close() {
    open.values().forEach(HttpTransport::close);
    open.clear();
  }
}
