package io.github.wxcard.client;

/**
 * Loads what calls need while the command line is still being read: on a second processor it is
 * there by the time it is wanted.
 */
public final class HeadStart {
  private HeadStart() {}

  /** Returns at once; whoever needs the same meanwhile waits for it as long as it still takes. */
  public static void begin() {
    Thread thread = new Thread(HttpConnections::prepare, "wxcard head start");
    thread.setDaemon(true);
    // What goes wrong here goes wrong again where it is needed, and is told there.
    thread.setUncaughtExceptionHandler((failed, why) -> {});
    thread.start();
  }
}
