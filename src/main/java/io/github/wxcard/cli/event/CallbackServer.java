package io.github.wxcard.cli.event;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.event.XmlReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The HTTP side of listening: a port, threads, and requests handed on. */
final class CallbackServer implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int DRAIN_SECONDS = 5;
  private static final String REQUEST_SECONDS = "10";

  private final HttpServer server;
  private final String host;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, CallbackServer::thread);

  private CallbackServer(HttpServer server, String host) {
    this.server = server;
    this.host = host;
    server.setExecutor(threads);
  }

  /** Takes the port; nothing is answered yet. */
  static CallbackServer bind(String host, int port) {
    // Without these an answer waits for an acknowledgement, and a slow sender keeps a thread.
    unlessSet("sun.net.httpserver.nodelay", "true");
    unlessSet("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw Failure.of(Kind.CONFIG, "no such host: " + host, "Name an address of this machine.");
    }
    try {
      return new CallbackServer(HttpServer.create(address, 0), host);
    } catch (IOException e) {
      throw Failure.of(
              Kind.CONFIG,
              "cannot listen on " + host + ":" + port + ": " + e.getMessage(),
              "Name another --port, or --port 0 for a free one.")
          .causedBy(e);
    }
  }

  /** Where callers on this machine reach it. */
  URI base() {
    boolean everywhere = server.getAddress().getAddress().isAnyLocalAddress();
    String name = everywhere ? "127.0.0.1" : host;
    String shown = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
    return URI.create("http://" + shown + ":" + server.getAddress().getPort());
  }

  /** Begins to answer. */
  void answer(Function<Incoming, Reply> desk) {
    server.createContext("/", exchange -> handle(exchange, desk));
    server.start();
  }

  /** Lets go of the port; requests under way get their answers first. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
  }

  private static void handle(HttpExchange exchange, Function<Incoming, Reply> desk)
      throws IOException {
    try (exchange) {
      Reply reply = desk.apply(Incoming.read(exchange, XmlReader.LONGEST));
      byte[] text = reply.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
      if (text.length > 0) {
        exchange.getResponseBody().write(text);
      }
    }
  }

  private static void unlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "callback");
    thread.setDaemon(true);
    return thread;
  }
}
