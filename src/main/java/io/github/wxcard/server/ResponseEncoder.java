package io.github.wxcard.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;

/** Makes bytes of answers: head and body in one piece, so that one write sends both. */
final class ResponseEncoder {
  private static final String LINE_END = "\r\n";
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private long second;
  private String date = "";

  /**
   * The bytes of an answer.
   *
   * @param connection what the caller is told of the connection
   * @param headOnly whether the body stays here
   */
  ByteBuf encode(Response response, String connection, boolean headOnly) {
    byte[] content = response.content();
    StringBuilder text = new StringBuilder(256);
    text.append("HTTP/1.1 ").append(HttpResponseStatus.valueOf(response.status())).append(LINE_END);
    line(text, "Date", today());
    response.headers().forEach((name, value) -> line(text, name, value));
    line(text, "Connection", connection);
    if (mayHaveBody(response.status())) {
      line(text, "Content-length", Integer.toString(content.length));
    }
    text.append(LINE_END);
    byte[] head = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    int sent = response.effect().truncate() ? content.length / 2 : content.length;
    if (headOnly || !mayHaveBody(response.status())) {
      return Unpooled.wrappedBuffer(head);
    }
    byte[] whole = Arrays.copyOf(head, head.length + sent);
    System.arraycopy(content, 0, whole, head.length, sent);
    return Unpooled.wrappedBuffer(whole);
  }

  /** The word that a caller waits for before it sends its body. */
  static ByteBuf goOn() {
    return Unpooled.wrappedBuffer(CONTINUE);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append(LINE_END);
  }

  private static boolean mayHaveBody(int status) {
    return status >= 200 && status != 204 && status != 304;
  }

  @SuppressWarnings("JavaUtilDate") // What Netty formats, without loading the formats of java.time.
  private String today() {
    long now = System.currentTimeMillis();
    if (now / 1000 != second) {
      second = now / 1000;
      date = DateFormatter.format(new Date(now));
    }
    return date;
  }
}
