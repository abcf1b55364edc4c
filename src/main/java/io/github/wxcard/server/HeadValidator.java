package io.github.wxcard.server;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/**
 * Holds a request's head against RFC 9112 where Netty's decoder is lenient: what two servers read
 * differently lets a request slip past the first of them.
 */
final class HeadValidator {
  static final String NO_REQUEST_LINE = "its first line is not METHOD TARGET HTTP/1.1";

  private static final String HOST_MARKS = "-._~!$&'()*+,;=%:[]";
  private static final int SPACES_OF_REQUEST_LINE = 2;

  private int previous;
  private boolean begun;
  private boolean ended;
  private boolean lineEmpty;
  private int line;
  private int spaces;
  private String fault;

  /** What is wrong with the bytes of the head; null when nothing is. */
  String fault() {
    return fault;
  }

  /** What is wrong with the bytes, or with a head that Netty could read; null when nothing is. */
  String fault(HttpRequest head) {
    return fault != null ? fault : ruleBroken(head);
  }

  void reset() {
    previous = '\n';
    begun = false;
    ended = false;
    lineEmpty = true;
    line = 0;
    spaces = 0;
    fault = null;
  }

  HeadValidator() {
    reset();
  }

  /** Looks at the next bytes of the head. */
  void read(ByteBuf bytes, int from, int to) {
    for (int i = from; i < to && fault == null && !ended; i++) {
      read(bytes.getByte(i) & 0xFF);
    }
  }

  private void read(int next) {
    if (next == '\n' ? previous != '\r' : previous == '\r') {
      fault = "a line does not end in CR LF";
    } else if (next == '\n') {
      endLine();
      lineEmpty = true;
    } else if (isControl(next)) {
      fault = "there is a control character in its head";
    } else if (next == ' ' || next == '\t') {
      blank(next);
    } else if (next != '\r') {
      begun = true;
      lineEmpty = false;
    }
    previous = next;
  }

  private void endLine() {
    // Blank lines in front of a request are to be ignored.
    if (begun) {
      if (line == 0 && spaces != SPACES_OF_REQUEST_LINE) {
        fault = NO_REQUEST_LINE;
      }
      ended = lineEmpty;
      line++;
    }
  }

  private void blank(int next) {
    if (line > 0 && previous == '\n') {
      fault = "a header goes on in a second line";
    } else if (line == 0 && (next == '\t' || !begun || previous == ' ')) {
      fault = NO_REQUEST_LINE;
    }
    spaces++;
    lineEmpty = false;
  }

  private static boolean isControl(int next) {
    return (next < ' ' && next != '\t' && next != '\r') || next == 0x7F;
  }

  private static String ruleBroken(HttpRequest head) {
    HttpHeaders headers = head.headers();
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1) {
      return "it has more than one Host header";
    }
    if (hosts.isEmpty() && !head.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      return "it has no Host header";
    }
    if (!hosts.isEmpty() && !isHost(hosts.get(0))) {
      return "its Host header is no host";
    }
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    return codings.isEmpty() || codings.get(0).equalsIgnoreCase("chunked")
        ? null
        : "its Transfer-Encoding is not chunked";
  }

  private static boolean isHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && HOST_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
