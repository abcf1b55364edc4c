package io.github.wxcard.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The HTTP side: a port, threads, and requests handed to the dispatcher. */
public final class Server implements AutoCloseable {
  private static final int THREADS = 32;
  private static final int BACKLOG = 1024;
  private static final int DRAIN_SECONDS = 5;
  private static final String REQUEST_SECONDS = "30";

  private final HttpServer server;
  private final String host;
  private final ThreadPoolExecutor threads;

  /** Counts the requests in flight, and one for the server itself. */
  private final Phaser inFlight = new Phaser(1);

  private Server(HttpServer server, String host) {
    this.server = server;
    this.host = host;
    this.threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Server::thread);
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
  }

  /** Takes the port; nothing is answered yet. */
  public static Server bind(String host, int port) {
    // Without it every answer waits for the caller's acknowledgement, 40 milliseconds of it.
    unlessSet("sun.net.httpserver.nodelay", "true");
    // Without it clients that stop in the middle of a request keep all the threads for ever.
    unlessSet("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
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
        new Dispatcher(new Routes(services, store), store, services.ids(), clock, refusals);
    server.createContext("/", exchange -> handle(exchange, dispatcher));
    server.start();
  }

  /** Lets go of the port; requests in flight get their answers first. */
  @Override
  public void close() {
    try {
      inFlight.awaitAdvanceInterruptibly(inFlight.arrive(), DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      // Whoever takes longer than that is cut off.
    }
    server.stop(0);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange, Dispatcher dispatcher) throws IOException {
    inFlight.register();
    try (exchange) {
      Request request = Request.read(exchange);
      send(exchange, request == null ? Answer.TOO_LARGE : dispatcher.answer(request));
    } finally {
      inFlight.arriveAndDeregister();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean headOnly = exchange.getRequestMethod().equals("HEAD");
    int length = answer.content().length;
    exchange.sendResponseHeaders(answer.status(), headOnly || length == 0 ? -1 : length);
    if (!headOnly && length > 0) {
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(answer.content());
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }
}
