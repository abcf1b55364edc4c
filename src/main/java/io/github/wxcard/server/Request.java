package io.github.wxcard.server;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;

/** A request that has come whole. */
public final class Request {
  private final String method;
  private final RequestTarget target;
  private final HttpHeaders headers;
  private final byte[] content;
  private final InetAddress local;
  private final InetAddress remote;

  Request(
      HttpRequest head,
      RequestTarget target,
      byte[] content,
      InetAddress local,
      InetAddress remote) {
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
}
