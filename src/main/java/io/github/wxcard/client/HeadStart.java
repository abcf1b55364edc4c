package io.github.wxcard.client;

/**
 * Loads what calls need while the command line is still being read: on a second processor it is
 * there by the time it is wanted.
 */
public final class HeadStart {
  /** From this JDK on the launcher's archive holds these classes ready for use. */
  private static final int FIRST_WITHOUT_NEED = 25;

  private HeadStart() {}

  /** Returns at once; whoever needs the same meanwhile waits for it as long as it still takes. */
  public static void begin() {
    if (Runtime.version().feature() >= FIRST_WITHOUT_NEED) {
      return;
    }
    Thread thread = new Thread(HttpConnections::prepare, "wxcard head start");
    thread.setDaemon(true);
    // What goes wrong here goes wrong again where it is needed, and is told there.
    thread.setUncaughtExceptionHandler((failed, why) -> {});
    thread.start();
  }
}
