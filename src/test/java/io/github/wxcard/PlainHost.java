package io.github.wxcard;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A host on bare sockets, which can be made to do what no well-behaved server does. */
public final class PlainHost implements AutoCloseable {
  private final ServerSocket server;
  private final Meeting meeting;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** What happens to a connection; it is closed afterwards. */
  @FunctionalInterface
  public interface Meeting {
    void meet(PlainHost host, Socket socket) throws IOException, InterruptedException;
  }

  /** How a request is answered; the connection stays open when that returns true. */
  @FunctionalInterface
  public interface Manner {
    boolean answer(String request, OutputStream out) throws IOException, InterruptedException;
  }

  public PlainHost(Meeting meeting) {
    this(meeting, ServerSocketFactory.getDefault());
  }

  /** One whose sockets are made so, as for TLS. */
  public PlainHost(Meeting meeting, ServerSocketFactory sockets) {
    this.meeting = meeting;
    try {
      server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** One that reads requests and answers them one by one. */
  public static PlainHost answering(Manner manner) {
    return new PlainHost(
        (host, socket) -> {
          InputStream in = new BufferedInputStream(socket.getInputStream());
          boolean stays = true;
          while (stays) {
            String request = request(in);
            host.requests.add(request);
            stays = manner.answer(request, socket.getOutputStream());
          }
        });
  }

  /** A request's head and body; an {@link IOException} when no whole one comes. */
  public static String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no whole request");
      }
      head.append((char) next);
    }
    byte[] body = in.readNBytes(length(head.toString()));
    return head + new String(body, StandardCharsets.UTF_8);
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  public int port() {
    return server.getLocalPort();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** How many connections have been made. */
  public int connections() {
    return connections.get();
  }

  /** How many connections are open on this side. */
  public int open() {
    return open.size();
  }

  /** Every request as it came, head and body. */
  public List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      meeting.meet(this, socket);
    } catch (IOException goneAway) {
      // As is to be expected of who meets such a host.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      open.remove(socket);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "plain host");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
