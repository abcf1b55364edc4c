package io.github.wxcard.server;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** Puts a connection's requests together, one after another. */
final class RequestBuilder {
  private static final byte[] NOTHING = {};

  private final int largestBody;
  private HttpRequest head;
  private Request.Target target;
  private byte[] content = NOTHING;
  private int size;
  private boolean whole;

  RequestBuilder(int largestBody) {
    this.largestBody = largestBody;
  }

  /** Takes the next part; the answer when it cannot be taken. */
  Optional<Response> add(HttpObject part) {
    if (part.decoderResult().isFailure()) {
      return Optional.of(unreadable(part.decoderResult().cause()));
    }
    if (part instanceof HttpRequest request) {
      return begin(request);
    }
    return part instanceof HttpContent body ? add(body) : Optional.empty();
  }

  boolean isWhole() {
    return whole;
  }

  Request build(InetAddress local, InetAddress remote) {
    byte[] exact = size == content.length ? content : Arrays.copyOf(content, size);
    return new Request(head, target, exact, local, remote);
  }

  void reset() {
    head = null;
    target = null;
    content = NOTHING;
    size = 0;
    whole = false;
  }

  /** Whether the caller has sent a head and waits for a word before it sends the body. */
  boolean asksToContinue(HttpObject part) {
    return part instanceof HttpRequest && HttpUtil.is100ContinueExpected(head);
  }

  /** Whether the caller goes on asking over this connection. */
  boolean keepsAlive() {
    return HttpUtil.isKeepAlive(head);
  }

  boolean wantsHeadOnly() {
    return head != null && head.method().equals(HttpMethod.HEAD);
  }

  private Optional<Response> begin(HttpRequest request) {
    head = request;
    Optional<Request.Target> named = Request.Target.of(request.uri());
    if (named.isEmpty()) {
      return Optional.of(Response.plain(400, "The request names no path of this server.\n"));
    }
    target = named.get();
    return HttpUtil.getContentLength(request, 0L) > largestBody ? tooLarge() : Optional.empty();
  }

  private Optional<Response> add(HttpContent body) {
    ByteBuf part = body.content();
    int added = part.readableBytes();
    if (size + added > largestBody) {
      return tooLarge();
    }
    if (size + added > content.length) {
      content = Arrays.copyOf(content, size == 0 ? added : Math.max(size + added, 2 * size));
    }
    part.readBytes(content, size, added);
    size += added;
    whole = body instanceof LastHttpContent;
    return Optional.empty();
  }

  private static Response unreadable(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Response.plain(414, "The request's first line is longer than 64 KiB.\n");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return Response.plain(431, "The request's headers are larger than 256 KiB.\n");
    }
    if (cause instanceof RequestDecoder.Malformed) {
      return Response.plain(400, "This is no HTTP request: " + cause.getMessage() + ".\n");
    }
    return Response.plain(400, "This is no HTTP request.\n");
  }

  private Optional<Response> tooLarge() {
    return Optional.of(
        Response.plain(413, "The body is larger than " + (largestBody >> 20) + " MiB.\n"));
  }
}
