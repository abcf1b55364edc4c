package io.github.wxcard.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A merchant's server that keeps what it is told, and answers as the test wants. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Behaviour behaviour = exchange -> answer(exchange, 200, "success");

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A message as it came in. */
  record Message(
      String method,
      String path,
      Map<String, String> query,
      String contentType,
      Set<String> headers,
      String body) {}

  /** How a request is answered. */
  interface Behaviour {
    void on(HttpExchange exchange) throws IOException;
  }

  Receiver answering(int status, String body) {
    behaviour = exchange -> answer(exchange, status, body);
    return this;
  }

  Receiver redirecting(String location) {
    behaviour =
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          answer(exchange, 302, "");
        };
    return this;
  }

  /** Sends the head of an answer and never the rest, until the receiver is closed. */
  Receiver hanging() {
    behaviour =
        exchange -> {
          exchange.sendResponseHeaders(200, 7);
          exchange.getResponseBody().write('s');
          exchange.getResponseBody().flush();
          awaitEnd();
        };
    return this;
  }

  /** Sends text without end. */
  Receiver chattering() {
    behaviour =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (closed.getCount() > 0) {
            exchange.getResponseBody().write(new byte[8192]);
          }
        };
    return this;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      messages.add(
          new Message(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              query(exchange.getRequestURI().getRawQuery()),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              Set.copyOf(exchange.getRequestHeaders().keySet()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      behaviour.on(exchange);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private void awaitEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdown();
  }
}
