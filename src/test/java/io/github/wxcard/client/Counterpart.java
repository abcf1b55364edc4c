package io.github.wxcard.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Something on a port of this machine that is no Redis server itself. */
final class Counterpart implements AutoCloseable {
  private final ServerSocket socket;

  /** Held, as a socket that nobody knows any more is closed by the garbage collector. */
  private final List<Socket> visitors = new CopyOnWriteArrayList<>();

  /** What happens to each connection. */
  private interface Manners {
    void meet(Socket visitor) throws IOException;
  }

  private Counterpart(ServerSocket socket, Manners manners) {
    this.socket = socket;
    daemon(() -> accept(manners));
  }

  /** Says the same thing to everybody, and then nothing. */
  static Counterpart saying(String text) throws IOException {
    return new Counterpart(
        plain(), visitor -> visitor.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Begins so, and goes on with the same letters for ever. */
  static Counterpart flooding(String begin) throws IOException {
    byte[] letters = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    return new Counterpart(
        plain(),
        visitor -> {
          OutputStream out = visitor.getOutputStream();
          out.write(begin.getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write(letters);
          }
        });
  }

  /** Takes what comes and never answers. */
  static Counterpart silent() throws IOException {
    return new Counterpart(plain(), visitor -> visitor.setKeepAlive(true));
  }

  /** Closes at once. */
  static Counterpart closing() throws IOException {
    return new Counterpart(plain(), Socket::close);
  }

  /** TLS in front of a server on another port. */
  static Counterpart tls(SSLContext context, int port) throws IOException {
    ServerSocket secure = context.getServerSocketFactory().createServerSocket(0);
    return new Counterpart(secure, visitor -> forward(visitor, port));
  }

  int port() {
    return socket.getLocalPort();
  }

  private static ServerSocket plain() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private void accept(Manners manners) throws IOException {
    while (!socket.isClosed()) {
      Socket visitor = socket.accept();
      visitors.add(visitor);
      daemon(() -> manners.meet(visitor));
    }
  }

  private static void forward(Socket visitor, int port) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
    daemon(() -> copy(server, visitor));
    copy(visitor, server);
  }

  private static void copy(Socket from, Socket to) throws IOException {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket visitor : visitors) {
        visitor.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
