package io.github.wxcard.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection: bytes out, answers back, and whether it was kept. */
final class ExchangeConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;

  /** Asks for nothing that changes, is kept out of the journal, and ends the connection. */
  private static final byte[] PROBE =
      "GET /sandbox/faults HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: ?([0-9]+)\r\n");
  private static final Pattern CLOSE = Pattern.compile("(?i)\r\nConnection: close\r\n");

  private final Socket socket;
  private final InputStream in;

  ExchangeConnection(URI base) throws IOException {
    socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** An answer as it came. */
  record Received(String head, byte[] body) {
    boolean isInterim() {
      return head.startsWith("HTTP/1.1 1");
    }

    boolean closes() {
      return CLOSE.matcher(head).find();
    }
  }

  /** What came until nothing more was to come. */
  record Result(List<Received> answers, boolean kept) {}

  /**
   * Sends requests and takes their answers.
   *
   * @param expected how many answers are waited for; fewer come when the connection is closed
   * @param headOnly whether the answers have no bodies
   * @param half whether the caller ends its half of the connection behind the requests
   */
  Result exchange(byte[] requests, int expected, boolean headOnly, boolean half)
      throws IOException {
    List<Received> answers = new ArrayList<>();
    send(requests, half);
    boolean open = true;
    for (int finals = 0; open && (half || finals < expected); ) {
      Received answer = read(headOnly);
      open = answer != null && !answer.closes();
      if (answer != null) {
        answers.add(answer);
        finals += answer.isInterim() ? 0 : 1;
      }
    }
    if (open) {
      send(PROBE, false);
    }
    List<Received> rest = rest();
    boolean kept = open && !rest.isEmpty();
    answers.addAll(kept ? rest.subList(0, rest.size() - 1) : rest);
    return new Result(answers, kept);
  }

  private void send(byte[] bytes, boolean half) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      if (half) {
        socket.shutdownOutput();
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // The other side has hung up; what it said before is still to be read.
    }
  }

  private List<Received> rest() throws IOException {
    List<Received> rest = new ArrayList<>();
    for (Received answer = read(false); answer != null; answer = read(false)) {
      rest.add(answer);
    }
    return rest;
  }

  /** The next answer, as much of it as comes; null when none does. */
  private Received read(boolean headOnly) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = next();
      if (next < 0) {
        return head.size() == 0 ? null : new Received(text, new byte[0]);
      }
      head.write(next);
      text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : text;
    }
    Matcher length = LENGTH.matcher(text);
    int size = length.find() && !headOnly ? Integer.parseInt(length.group(1)) : 0;
    return new Received(text, body(size));
  }

  private byte[] body(int size) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int next = 0; body.size() < size && next >= 0; ) {
      next = next();
      if (next >= 0) {
        body.write(next);
      }
    }
    return body.toByteArray();
  }

  private int next() throws IOException {
    try {
      return in.read();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return -1; // reset by the other side
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
