package io.github.wxcard.server;

/** A request and the way back for its answer, which may be given once, by any thread. */
public final class Exchange {
  private final Request request;
  private final Connection connection;
  private final ResponseQueue queue;

  /** What a listener does with requests. Called by the thread that serves all callers. */
  public interface Handler {
    /** Answers a request, now or later; must not wait for anything. */
    void handle(Exchange exchange);

    /** Hears what the listener itself has refused, before there was a whole request. */
    default void refused(int status, String why) {}
  }

  Exchange(Request request, Connection connection, ResponseQueue queue) {
    this.request = request;
    this.connection = connection;
    this.queue = queue;
  }

  public Request request() {
    return request;
  }

  public void respond(Response response) {
    queue.add(connection, response);
    queue.flush();
  }

  /** Sends the answer with the next {@link Listener#flush}: one wake-up for many answers. */
  public void respondOnFlush(Response response) {
    queue.add(connection, response);
  }
}
