package io.github.wxcard.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * All who are connected, and how many of them wait for an answer; of the listener's thread. When
 * there are too many, or they hold too much, whoever has the most gives way: nobody keeps anybody
 * else out.
 */
final class ConnectionRegistry {
  private final Listener.CallerLimits limits;
  private final Set<Connection> open = new HashSet<>();
  private final Map<InetAddress, Integer> peers = new HashMap<>();
  private final CompletableFuture<Void> answered = new CompletableFuture<>();
  private int inFlight;
  private long unansweredBytes;
  private boolean closing;

  ConnectionRegistry(Listener.CallerLimits limits) {
    this.limits = limits;
  }

  void opened(Connection connection) {
    if (closing) {
      connection.close();
      return;
    }
    open.add(connection);
    int ofOne = peers.merge(connection.usage().peer(), 1, Integer::sum);
    if (ofOne > limits.connectionsOfOne()) {
      closeLongestWaiting(each -> each.usage().peer().equals(connection.usage().peer()));
    } else if (open.size() > limits.connections()) {
      int most = Collections.max(peers.values());
      closeLongestWaiting(each -> peers.get(each.usage().peer()) == most);
    }
  }

  void closed(Connection connection) {
    if (open.remove(connection)) {
      peers.computeIfPresent(
          connection.usage().peer(), (peer, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Some more of a request has come. */
  void held(int bytes) {
    unansweredBytes += bytes;
    if (unansweredBytes > limits.unansweredBytes()) {
      first(each -> true, Comparator.comparingInt(each -> -each.usage().unanswered()))
          .ifPresent(Connection::close);
    }
  }

  /** A request has its answer, and is kept no longer. */
  void released(int bytes) {
    unansweredBytes -= bytes;
  }

  boolean isClosing() {
    return closing;
  }

  /** A request is about to be answered, for which {@link #close} waits. */
  void begin() {
    inFlight++;
  }

  void end() {
    inFlight--;
    completeIfDone();
  }

  /** Hangs up on those who have been waited for long enough. */
  void closeIdle() {
    long now = System.nanoTime();
    copy().stream().filter(each -> each.usage().isIdle(now)).forEach(Connection::close);
  }

  /** Hangs up on all who wait for nothing, and on the others when they have their answers. */
  void close() {
    closing = true;
    copy().stream().filter(each -> !each.isAnswering()).forEach(Connection::close);
    completeIfDone();
  }

  /** Done when nobody waits for an answer any more. */
  CompletableFuture<Void> answered() {
    return answered;
  }

  private void completeIfDone() {
    if (closing && inFlight == 0) {
      answered.complete(null);
    }
  }

  private void closeLongestWaiting(Predicate<Connection> preferred) {
    Comparator<Connection> order = Comparator.comparingLong(each -> each.usage().waitingSince());
    first(preferred, order).or(() -> first(each -> true, order)).ifPresent(Connection::close);
  }

  /** Whoever has its answer coming is never cut off. */
  private Optional<Connection> first(Predicate<Connection> which, Comparator<Connection> order) {
    return open.stream().filter(each -> !each.isAnswering()).filter(which).min(order);
  }

  private List<Connection> copy() {
    return new ArrayList<>(open);
  }
}
