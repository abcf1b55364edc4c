package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Target;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Connections that outlive a single client: one set a host, opened at the first call to it. */
public final class Connections implements AutoCloseable {
  private final Environment environment;
  private final Map<Key, HttpConnections> open = new HashMap<>();

  private record Key(URI host, Duration callLimit) {}

  public Connections(Environment environment) {
    this.environment = environment;
  }

  synchronized HttpClient to(Target target, ClientOptions options) {
    Key key = new Key(target.apiBase(), options.callLimit());
    return open.computeIfAbsent(
            key, unused -> HttpConnections.open(key.host(), environment, key.callLimit()))
        .client();
  }

  /** Lets go of every connection and thread, so that the process can end at once. */
  @Override
  public synchronized void close() {
    open.values().forEach(HttpConnections::close);
    open.clear();
  }
}
