package io.github.wxcard.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** All who are connected, and how many of them wait for an answer; of the loop's thread. */
final class ConnectionRegistry {
  private final Set<Connection> open = new HashSet<>();
  private final CompletableFuture<Void> answered = new CompletableFuture<>();
  private int inFlight;
  private boolean closing;

  void opened(Connection connection) {
    if (closing) {
      connection.close();
    } else {
      open.add(connection);
    }
  }

  void closed(Connection connection) {
    open.remove(connection);
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
    copy().stream().filter(each -> each.isIdle(now)).forEach(Connection::close);
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

  private List<Connection> copy() {
    return new ArrayList<>(open);
  }
}
