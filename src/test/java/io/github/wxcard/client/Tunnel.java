package io.github.wxcard.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A company's proxy: whatever host is asked for, it leads to one port of this machine. */
public final class Tunnel implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final int port;
  private final String login;

  /**
   * @param port where every tunnel ends
   * @param login {@code user:password}, or null for a proxy that asks nobody
   */
  public Tunnel(int port, String login) throws IOException {
    this.port = port;
    this.login = login;
    threads.execute(this::accept);
  }

  /** The first lines of the requests that were let through. */
  public List<String> asked() {
    return asked;
  }

  public String address() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      while (!admits(head)) {
        answer(client, "407 Who are you\r\nProxy-Authenticate: Basic realm=\"company\"");
        head = head(client.getInputStream());
      }
      asked.add(head.lines().findFirst().orElse(""));
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        answer(client, "200 Connected");
        threads.execute(() -> copy(server, client));
        copy(client, server);
      }
    } catch (IOException e) {
      // One side hung up.
    }
  }

  private boolean admits(String head) {
    String proof =
        login == null
            ? ""
            : Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return login == null || head.contains("Proxy-Authorization: Basic " + proof);
  }

  private static void answer(Socket client, String status) throws IOException {
    byte[] bytes =
        ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    client.getOutputStream().write(bytes);
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("hung up");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One side hung up.
    }
  }
}
