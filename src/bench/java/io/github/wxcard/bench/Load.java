package io.github.wxcard.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.IntFunction;

/**
 * Asks one server as fast as it answers, over a fixed number of connections that stay open. One
 * thread does it all, so that on two processors the server has one to itself.
 */
final class Load {
  private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");
  private static final byte[] CONTENT_LENGTH = ascii("Content-length:");
  private static final byte[] LAST_CHUNK = ascii("\r\n0\r\n\r\n");
  private static final int LEAST_ANSWER = 20;
  private static final int LARGEST_ANSWER = 8192;

  private final IntFunction<byte[]> requests;
  private final int count;
  private final byte[] wanted;
  private final long[] nanos;
  private int sent;
  private int answered;
  private int good;

  private Load(IntFunction<byte[]> requests, int count, String wanted) {
    this.requests = requests;
    this.count = count;
    this.wanted = ascii(wanted);
    this.nanos = new long[count];
  }

  /**
   * What came of it.
   *
   * @param good how many answers held what was wanted
   */
  record Result(int answers, int good, double seconds, double p50Millis, double p99Millis) {
    double perSecond() {
      return answers / seconds;
    }
  }

  /**
   * Sends requests until all are answered.
   *
   * @param requests the bytes of each, headers included
   * @param wanted what a good answer holds
   */
  static Result run(
      int port, int connections, int count, IntFunction<byte[]> requests, String wanted)
      throws IOException {
    return new Load(requests, count, wanted).run(port, connections);
  }

  /** The bytes of a POST of JSON. */
  static byte[] post(String path, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: "
                + content.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, whole, head.length, content.length);
    return whole;
  }

  private Result run(int port, int connections) throws IOException {
    long start = System.nanoTime();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < Math.min(connections, count); i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        connection.next();
      }
      while (answered < count) {
        selector.select();
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
          SelectionKey key = keys.next();
          keys.remove();
          ((Connection) key.attachment()).read();
        }
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    return new Result(
        count, good, seconds, nanos[count / 2] / 1e6, nanos[(int) (count * 0.99)] / 1e6);
  }

  private final class Connection {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
    private long asked;

    Connection(SocketChannel channel) {
      this.channel = channel;
    }

    void next() throws IOException {
      if (sent == count) {
        return;
      }
      ByteBuffer out = ByteBuffer.wrap(requests.apply(sent++));
      asked = System.nanoTime();
      while (out.hasRemaining()) {
        channel.write(out);
      }
    }

    void read() throws IOException {
      if (channel.read(in) < 0) {
        throw new EOFException("the server hung up after " + answered + " answers");
      }
      int body = in.position() < LEAST_ANSWER ? -1 : indexOf(in, END_OF_HEADERS, 0);
      if (body < 0 || !isWhole(body)) {
        return;
      }
      nanos[answered++] = System.nanoTime() - asked;
      good += indexOf(in, wanted, body) >= 0 ? 1 : 0;
      in.clear();
      next();
    }

    private boolean isWhole(int end) {
      int at = indexOf(in, CONTENT_LENGTH, 0);
      if (at < 0) {
        return indexOf(in, LAST_CHUNK, end) >= 0;
      }
      int length = 0;
      for (int i = at + CONTENT_LENGTH.length; i < end && in.get(i) != '\r'; i++) {
        length = in.get(i) == ' ' ? length : length * 10 + in.get(i) - '0';
      }
      return in.position() >= end + END_OF_HEADERS.length + length;
    }
  }

  private static int indexOf(ByteBuffer bytes, byte[] sought, int from) {
    for (int i = from; i <= bytes.position() - sought.length; i++) {
      int same = 0;
      while (same < sought.length && bytes.get(i + same) == sought[same]) {
        same++;
      }
      if (same == sought.length) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
