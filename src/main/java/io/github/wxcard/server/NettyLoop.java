package io.github.wxcard.server;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.internal.logging.InternalLoggerFactory;
import java.util.Map;

/** The one thread that speaks to all callers. */
final class NettyLoop {
  /** What keeps Netty small and quick to start; whoever sets one differently has a reason. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "io.netty.leakDetection.level", "disabled",
          "io.netty.allocator.type", "unpooled",
          "io.netty.noUnsafe", "true",
          "io.netty.noKeySetOptimization", "true",
          // Ids that nobody sees need not be made of this machine's addresses.
          "io.netty.machineId", "02:00:00:00:00:01",
          "io.netty.processId", "1",
          "io.netty.initialSeedUniquifier", "1");

  private NettyLoop() {}

  static EventLoop start() {
    SETTINGS.forEach(NettyLoop::unlessSet);
    InternalLoggerFactory.setDefaultFactory(NoOpLogger.factory());
    return new SingleThreadIoEventLoop(null, NettyLoop::thread, NioIoHandler.newFactory());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "listener");
    thread.setDaemon(true);
    return thread;
  }

  private static void unlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
