package io.github.wxcard.cli.base;

import org.jline.utils.Signals;

/**
 * What ends a server: Ctrl-C the process by itself, and what is in flight still gets its answer;
 * SIGTERM only the command.
 */
public final class ServerShutdown {
  private final Thread whenKilled;
  private final Object before;

  /**
   * @param close closes the server
   * @param end has the command end; called on another thread
   */
  public ServerShutdown(Runnable close, Runnable end) {
    whenKilled = new Thread(close, "wxcard shutdown");
    Runtime.getRuntime().addShutdownHook(whenKilled);
    before = Signals.register("TERM", end);
  }

  /** The server has ended, the process goes on. */
  public void remove() {
    Signals.unregister("TERM", before);
    ended();
  }

  /** The server ends, and the process with it, which a further SIGTERM does not hasten. */
  public void ended() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenKilled);
    } catch (IllegalStateException underWayAlready) {
      return;
    }
  }
}
