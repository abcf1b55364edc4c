package io.github.wxcard.trust;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What no well-behaved server can be made to do, on sockets of its own. */
final class RoughHost implements AutoCloseable {
  private static final int FLOOD_BYTES = 100 << 20;
  private static final byte[] PIECE = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);

  private final ServerSocket server;
  private final String fault;
  private final String flooded;
  private final AtomicInteger met = new AtomicInteger();
  private final AtomicLong taken = new AtomicLong();

  /** A host with one of the rough faults of {@link Faults}; it floods one call and no other. */
  RoughHost(String fault, Call call) {
    this.fault = fault;
    this.flooded = call.method() + " " + call.path();
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (fault.equals(Faults.REFUSED_CONNECTION)) {
      close();
    } else {
      start("rough host", this::serve);
    }
  }

  String base() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** How many connections or requests have met the fault. */
  int met() {
    return met.get();
  }

  /** How many bytes of floods the other side has taken at most. */
  long taken() {
    return taken.get();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        start("rough connection", () -> meet(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void meet(Socket socket) {
    try (socket) {
      if (fault.equals(Faults.RESET_UNREAD)) {
        // Once a byte is there the request has left; nobody reads the rest of it.
        if (socket.getInputStream().read() >= 0) {
          met.incrementAndGet();
        }
        socket.setSoLinger(true, 0);
        return;
      }
      answer(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
    } catch (IOException goneAway) {
      // As is to be expected of who meets such a host.
    }
  }

  private void answer(InputStream in, OutputStream out) throws IOException {
    String head = head(in);
    in.skipNBytes(length(head));
    boolean flood = head.startsWith(flooded + " ") || head.startsWith(flooded + "?");
    if (!flood) {
      byte[] body = Host.good(head.split("[ ?]", 3)[1]).getBytes(StandardCharsets.UTF_8);
      out.write(
          ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      return;
    }
    met.incrementAndGet();
    String length = fault.equals(Faults.FLOOD) ? "Content-Length: " + FLOOD_BYTES + "\r\n" : "";
    out.write(
        ("HTTP/1.1 200 OK\r\nConnection: close\r\n" + length + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    for (int sent = 0; sent < FLOOD_BYTES; sent += PIECE.length) {
      out.write(PIECE);
      taken.addAndGet(PIECE.length);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no whole request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
