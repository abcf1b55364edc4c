package io.github.wxcard.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Plain http, which hardly ever leaves this machine. There the JDK's client, which hands every
 * request to a thread of its own, takes longer than the server, and long to load as well; over a
 * network nobody would notice. Each caller's thread writes and reads for itself.
 */
final class PlainConnections implements Link {
  private final URI base;
  private final Duration connectLimit;
  private final NameLookup lookup;
  private final Watch watch = new Watch(Thread.currentThread().getThreadGroup());
  private final Set<PlainConnection> open = ConcurrentHashMap.newKeySet();
  private final Deque<PlainConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  PlainConnections(URI base, Duration callLimit) {
    this(base, callLimit, new NameLookup());
  }

  PlainConnections(URI base, Duration callLimit, NameLookup lookup) {
    this.base = base;
    this.lookup = lookup;
    this.connectLimit = Link.connectLimit(callLimit);
  }

  @Override
  public Reply send(Outgoing request, Duration limit, int longest)
      throws IOException, InterruptedException {
    return watch.within(limit, () -> exchange(request, longest));
  }

  private Reply exchange(Outgoing request, int longest) throws IOException, InterruptedException {
    PlainConnection connection = null;
    boolean reusable = false;
    try {
      connection = taken();
      Reply reply = connection.exchange(request, longest);
      reusable = connection.isReusable();
      return reply;
    } catch (IOException e) {
      // An interrupt closes the connection that its thread works on.
      if (Thread.interrupted()) {
        throw connection == null
            ? new InterruptedBeforeSending("no connection")
            : new InterruptedException();
      }
      throw e;
    } finally {
      if (reusable) {
        idle.push(connection);
      } else if (connection != null) {
        drop(connection);
      }
    }
  }

  private PlainConnection taken() throws IOException, InterruptedException {
    for (PlainConnection rested = idle.poll(); rested != null; rested = idle.poll()) {
      if (rested.isQuiet()) {
        return rested;
      }
      drop(rested);
    }
    PlainConnection opened = PlainConnection.open(base, address(), connectLimit);
    open.add(opened);
    if (closed) {
      drop(opened);
    }
    return opened;
  }

  private InetAddress address() throws IOException, InterruptedException {
    try {
      return lookup.find(base.getHost());
    } catch (UnknownHostException e) {
      throw (IOException) new ConnectException().initCause(new UnresolvedAddressException());
    }
  }

  private void drop(PlainConnection connection) {
    open.remove(connection);
    connection.close();
  }

  /** Ends what is under way as well: nobody would watch its limit any more. */
  @Override
  public void close() {
    closed = true;
    open.forEach(this::drop);
    watch.close();
  }
}
