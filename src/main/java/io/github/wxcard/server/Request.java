package io.github.wxcard.server;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request that has come whole. */
public final class Request {
  private final String method;
  private final Target target;
  private final HttpHeaders headers;
  private final byte[] content;
  private final InetAddress local;
  private final InetAddress remote;

  Request(HttpRequest head, Target target, byte[] content, InetAddress local, InetAddress remote) {
    this.method = head.method().name();
    this.target = target;
    this.headers = head.headers();
    this.content = content;
    this.local = local;
    this.remote = remote;
  }

  public String method() {
    return method;
  }

  /** Decoded, without the query. */
  public String path() {
    return target.path();
  }

  /** The query as it came, without its question mark; null when there is none. */
  public String queryText() {
    return target.query();
  }

  /** The first value of a header; null when there is none. */
  public String header(String name) {
    return headers.get(name);
  }

  /** The header that says what the content is; null when the caller did not say. */
  public String contentType() {
    return headers.get("Content-Type");
  }

  public byte[] content() {
    return content;
  }

  /** The address it came in by. */
  public InetAddress local() {
    return local;
  }

  /** Whom it comes from, as far as the connection tells. */
  public InetAddress remote() {
    return remote;
  }

  /**
   * What a request line names.
   *
   * @param path decoded
   * @param query as it came, or null when there is none
   */
  record Target(String path, String query) {
    /** How a proxy, or a caller that takes this server for one, begins a target. */
    private static final Pattern ORIGIN = Pattern.compile("^(?i:https?)://[^/?#]+(?=/)");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /**
     * Takes a target apart; empty when it is no path of this server or its escapes are broken.
     *
     * @param target each char a byte
     */
    static Optional<Target> of(String target) {
      String text = target.startsWith("/") ? target : ORIGIN.matcher(target).replaceFirst("");
      if (!text.startsWith("/") || (text.indexOf('%') >= 0 && BROKEN_ESCAPE.matcher(text).find())) {
        return Optional.empty();
      }
      int fragment = text.indexOf('#');
      String whole = fragment < 0 ? text : text.substring(0, fragment);
      int mark = whole.indexOf('?');
      return Optional.of(
          mark < 0
              ? new Target(decoded(whole), null)
              : new Target(decoded(whole.substring(0, mark)), utf8(whole.substring(mark + 1))));
    }

    private static String decoded(String path) {
      if (path.indexOf('%') < 0) {
        return utf8(path);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
      for (int i = 0; i < path.length(); i++) {
        if (path.charAt(i) == '%') {
          bytes.write(Integer.parseInt(path, i + 1, i + 3, 16));
          i += 2;
        } else {
          bytes.write(path.charAt(i));
        }
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String utf8(String text) {
      return text.chars().allMatch(each -> each < 0x80)
          ? text
          : new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }
}
