package io.github.wxcard.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.panel.Journal;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The HTTP side: a port, threads, and requests handed to the dispatcher. */
public final class Server implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int DRAIN_SECONDS = 5;
  private static final String REQUEST_SECONDS = "30";
  private static final int LARGE_ANSWER = 16 << 10;
  private static final long JOURNAL_MILLIS = 100;

  private final HttpServer server;
  private final String host;
  private final Workers threads = new Workers();

  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Workers::thread);
  private volatile ScheduledFuture<?> flushing;
  private volatile Runnable whenClosed = () -> {};
  private volatile boolean closing;

  /** Counts the requests in flight, and one for the server itself. */
  private final Phaser inFlight = new Phaser(1);

  private Server(HttpServer server, String host) {
    this.server = server;
    this.host = host;
    server.setExecutor(threads);
  }

  /** Takes the port; nothing is answered yet. */
  public static Server bind(String host, int port) {
    // Without it every answer waits for the caller's acknowledgement, 40 milliseconds of it.
    unlessSet("sun.net.httpserver.nodelay", "true");
    // Without it clients that stop in the middle of a request keep all the threads for ever.
    unlessSet("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    unlessSet("sun.net.httpserver.maxRspTime", REQUEST_SECONDS);
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw Failure.of(Kind.CONFIG, "no such host: " + host, "Name an address of this machine.");
    }
    try {
      return new Server(HttpServer.create(address, BACKLOG), host);
    } catch (BindException e) {
      throw Failure.of(
              Kind.CONFIG,
              "cannot listen on " + host + ":" + port + ": " + e.getMessage(),
              "Name another --port, or --port 0 for a free one.")
          .causedBy(e);
    } catch (IOException e) {
      throw Failure.of(
              Kind.CONFIG,
              "cannot listen on " + host + ":" + port,
              "Name another --host or --port.")
          .meaning(e.getMessage())
          .causedBy(e);
    }
  }

  private static void unlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Where callers on this machine reach it. */
  public URI base() {
    boolean everywhere = server.getAddress().getAddress().isAnyLocalAddress();
    String name = everywhere ? "127.0.0.1" : host;
    String shown = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
    return URI.create("http://" + shown + ":" + server.getAddress().getPort());
  }

  /**
   * Begins to answer.
   *
   * @param refusals told in one line why a call was refused
   */
  public void answer(Store store, Services services, Clock clock, Consumer<String> refusals) {
    Dispatcher dispatcher =
        new Dispatcher(new Routes(services, store), store, services, clock, refusals);
    server.createContext("/", exchange -> handle(exchange, dispatcher));
    server.start();
    threads.growBy(later);
    flushing =
        later.scheduleWithFixedDelay(
            () -> {
              if (services.journal().isDue(System.nanoTime())) {
                flush(store, services.journal());
              }
            },
            JOURNAL_MILLIS,
            JOURNAL_MILLIS,
            TimeUnit.MILLISECONDS);
    whenClosed = () -> flush(store, services.journal());
  }

  /**
   * Lets go of the port; requests in flight get their answers first. Those that still come are hung
   * up on, and nothing is done for them.
   */
  @Override
  public void close() {
    closing = true;
    try {
      inFlight.awaitAdvanceInterruptibly(inFlight.arrive(), DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      // Whoever takes longer than that is cut off.
    }
    server.stop(0);
    threads.close();
    if (flushing != null) {
      flushing.cancel(false);
    }
    later.shutdown();
    whenClosed.run();
  }

  private static void flush(Store store, Journal journal) {
    try {
      store.write(journal::flush);
    } catch (StoreException e) {
      // The journal is a convenience: what it misses, nobody waits for.
    }
  }

  private void handle(HttpExchange exchange, Dispatcher dispatcher) throws IOException {
    inFlight.register();
    if (closing) {
      // Registering first: whoever is not turned away here is waited for.
      end(exchange);
      return;
    }
    try {
      Request request = Request.read(exchange);
      if (request == null) {
        finish(exchange, Answer.TOO_LARGE);
      } else {
        dispatcher.answer(request, answer -> finishInTime(exchange, answer));
      }
    } catch (IOException | RuntimeException | Error e) {
      end(exchange);
      throw e;
    }
  }

  private void finishInTime(HttpExchange exchange, Answer answer) {
    long delay = answer.strike().delayMillis();
    if (delay > 0) {
      // No thread waits: others' answers need them.
      CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS, threads)
          .execute(() -> finish(exchange, answer));
    } else if (answer.content().length > LARGE_ANSWER) {
      // Whoever reads it slowly shall not keep the store waiting.
      threads.execute(() -> finish(exchange, answer));
    } else {
      finish(exchange, answer);
    }
  }

  private void finish(HttpExchange exchange, Answer answer) {
    try {
      if (!answer.strike().drop()) {
        send(exchange, answer);
      }
    } catch (IOException e) {
      // Whoever asked has hung up.
    } finally {
      end(exchange);
    }
  }

  private void end(HttpExchange exchange) {
    exchange.close();
    inFlight.arriveAndDeregister();
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean headOnly = exchange.getRequestMethod().equals("HEAD");
    int length = answer.content().length;
    exchange.sendResponseHeaders(answer.status(), headOnly || length == 0 ? -1 : length);
    if (!headOnly && length > 0) {
      OutputStream body = exchange.getResponseBody();
      body.write(answer.content(), 0, answer.strike().truncate() ? length / 2 : length);
      if (!answer.strike().truncate()) {
        body.close();
      }
    }
  }
}
