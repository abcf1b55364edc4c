package io.github.wxcard.sandbox.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.net.InetAddress;
import java.util.Arrays;

/** A request whose body is still coming. */
final class Incoming {
  private static final int LARGEST_BODY = 10 << 20;

  private final HttpRequest head;
  private final Target target;
  private byte[] content = {};
  private int size;

  Incoming(HttpRequest head, Target target) {
    this.head = head;
    this.target = target;
  }

  /** Whether more was announced, or has come, than anybody may send. */
  boolean isTooLarge() {
    return size > LARGEST_BODY || HttpUtil.getContentLength(head, 0L) > LARGEST_BODY;
  }

  /** Whether the caller waits for a word before it sends the body. */
  boolean asksToContinue() {
    return HttpUtil.is100ContinueExpected(head);
  }

  void add(ByteBuf part) {
    int added = part.readableBytes();
    if (size + added > content.length) {
      content = Arrays.copyOf(content, size == 0 ? added : Math.max(size + added, 2 * size));
    }
    part.readBytes(content, size, added);
    size += added;
  }

  /** Whether the caller goes on asking over this connection. */
  boolean keepsAlive() {
    return HttpUtil.isKeepAlive(head);
  }

  /** Whether the caller must be told that the connection stays. */
  boolean isOfOldVersion() {
    return !head.protocolVersion().isKeepAliveDefault();
  }

  boolean wantsHeadOnly() {
    return head.method().equals(HttpMethod.HEAD);
  }

  /**
   * The whole request.
   *
   * @param local the address it came in by
   */
  Request request(InetAddress local) {
    HttpHeaders headers = head.headers();
    return new Request(
        head.method().name(),
        target.path(),
        target.query(),
        headers.get("Content-Type"),
        size == content.length ? content : Arrays.copyOf(content, size),
        new Sender(
            headers.get("Host"),
            headers.get("Origin"),
            headers.get("Sec-Fetch-Site"),
            local.isLoopbackAddress()));
  }
}
