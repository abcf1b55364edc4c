package io.github.wxcard.server;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** A request whose body is still coming. */
final class RequestBuilder {
  private final HttpRequest head;
  private final RequestTarget target;
  private final int largestBody;
  private byte[] content = {};
  private int size;

  RequestBuilder(HttpRequest head, RequestTarget target, int largestBody) {
    this.head = head;
    this.target = target;
    this.largestBody = largestBody;
  }

  /** Whether more was announced, or has come, than anybody may send. */
  boolean isTooLarge() {
    return size > largestBody || HttpUtil.getContentLength(head, 0L) > largestBody;
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

  Request build(InetSocketAddress local, InetSocketAddress remote) {
    return new Request(
        head,
        target,
        size == content.length ? content : Arrays.copyOf(content, size),
        local,
        remote);
  }
}
