package io.github.wxcard.sandbox.http;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.panel.Journal;
import io.github.wxcard.sandbox.store.Store;
import io.netty.channel.EventLoop;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The HTTP side: a port, a loop that speaks, and requests handed to the dispatcher. */
public final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DRAIN_SECONDS = 5;
  private static final long JOURNAL_MILLIS = 100;
  private static final long SWEEP_MILLIS = 1000;

  private final EventLoop loop;
  private final Door door;
  private final String host;
  private final Duration patience;
  private final Workers workers = new Workers();
  private final Connections connections = new Connections();
  private volatile Runnable whenClosed = () -> {};

  private Server(EventLoop loop, Door door, String host, Duration patience) {
    this.loop = loop;
    this.door = door;
    this.host = host;
    this.patience = patience;
  }

  /** Takes the port; nothing is answered yet. */
  public static Server bind(String host, int port) {
    return bind(host, port, PATIENCE);
  }

  /**
   * As {@link #bind(String, int)}.
   *
   * @param patience with callers that stop in the middle of a request or do not read their answer
   */
  static Server bind(String host, int port, Duration patience) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw Failure.of(Kind.CONFIG, "no such host: " + host, "Name an address of this machine.");
    }
    EventLoop loop = Loop.start();
    try {
      return new Server(loop, Door.at(address, loop), host, patience);
    } catch (ExecutionException e) {
      stop(loop);
      throw unbound(host, port, e.getCause());
    }
  }

  private static Failure unbound(String host, int port, Throwable trouble) {
    String what = "cannot listen on " + host + ":" + port;
    if (trouble instanceof BindException) {
      return Failure.of(
              Kind.CONFIG,
              what + ": " + trouble.getMessage(),
              "Name another --port, or --port 0 for a free one.")
          .causedBy(trouble);
    }
    return Failure.of(Kind.CONFIG, what, "Name another --host or --port.")
        .meaning(trouble.getMessage())
        .causedBy(trouble);
  }

  /** Where callers on this machine reach it. */
  public URI base() {
    boolean everywhere = door.address().getAddress().isAnyLocalAddress();
    String name = everywhere ? "127.0.0.1" : host;
    String shown = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
    return URI.create("http://" + shown + ":" + door.address().getPort());
  }

  /**
   * Begins to answer.
   *
   * @param refusals told in one line why a call was refused
   */
  public void answer(Store store, Services services, Clock clock, Consumer<String> refusals) {
    Mailbox mailbox = new Mailbox(loop);
    store.afterEachBatch(mailbox::deliver);
    store.tellTrouble(refusals);
    Executor slow =
        work ->
            workers.execute(
                () -> {
                  work.run();
                  mailbox.deliver();
                });
    Dispatcher dispatcher =
        new Dispatcher(new Routes(services, store), store, services, clock, slow, refusals);
    door.open(new Desk(dispatcher, mailbox, connections, new Reply(), patience));
    every(SWEEP_MILLIS, connections::dropLaggards);
    Journal journal = services.journal();
    every(
        JOURNAL_MILLIS,
        () -> {
          if (journal.isDue(System.nanoTime())) {
            workers.execute(() -> flush(store, journal));
          }
        });
    whenClosed = () -> flush(store, journal);
  }

  /**
   * Lets go of the port; requests in flight get their answers first. Those that still come are hung
   * up on, and nothing is done for them.
   */
  @Override
  public void close() {
    if (loop.isShuttingDown()) {
      return;
    }
    loop.execute(
        () -> {
          door.close();
          connections.close();
        });
    try {
      connections.answered().get(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Whoever takes longer than that is cut off.
    }
    stop(loop);
    workers.close();
    whenClosed.run();
  }

  private static void stop(EventLoop loop) {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  private void every(long millis, Runnable work) {
    var unused = loop.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static void flush(Store store, Journal journal) {
    journal.flush(store, () -> {});
  }
}
