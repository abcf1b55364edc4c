package io.github.wxcard.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** One caller, whose requests are answered one after another; of the listener's thread. */
final class Connection extends ChannelInboundHandlerAdapter {
  private static final long MOST_DISCARDED = 100L << 20;

  private final SocketChannel channel;
  private final ConnectionContext shared;
  private final IdleTimeout idle;
  private final Queue<HttpObject> waiting = new ArrayDeque<>();
  private Phase phase = Phase.READING;
  private RequestBuilder request;
  private boolean lastRequest;
  private boolean taking;
  private long discarded;

  Connection(SocketChannel channel, ConnectionContext shared, IdleTimeout idle) {
    this.channel = channel;
    this.shared = shared;
    this.idle = idle;
  }

  private enum Phase {
    READING,
    ANSWERING,
    /** The last word is said; what still comes is thrown away so that it can be heard. */
    LEAVING
  }

  boolean isAnswering() {
    return phase == Phase.ANSWERING;
  }

  boolean isIdle(long now) {
    return idle.isOver(now);
  }

  void close() {
    var unused = channel.close();
  }

  /** Sends the answer to the request in hand. */
  void finish(Response response) {
    long delay = response.effect().delayMillis();
    if (delay > 0) {
      var unused = channel.eventLoop().schedule(() -> send(response), delay, TimeUnit.MILLISECONDS);
    } else {
      send(response);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    shared.registry().opened(this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    shared.registry().closed(this);
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable trouble) {
    close();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      lastRequest = true;
      if (!isAnswering()) {
        close();
      }
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    waiting.add((HttpObject) message);
    takeWaiting();
  }

  /** Takes what has come until a request is whole; the rest waits until that is answered. */
  private void takeWaiting() {
    if (taking) {
      return;
    }
    taking = true;
    while (!waiting.isEmpty() && !isAnswering()) {
      HttpObject part = waiting.poll();
      try {
        take(part);
      } finally {
        ReferenceCountUtil.release(part);
      }
    }
    taking = false;
    channel.config().setAutoRead(waiting.isEmpty());
  }

  private void take(HttpObject part) {
    if (phase == Phase.LEAVING || !channel.isActive()) {
      discard(part);
    } else if (part.decoderResult().isFailure()) {
      refuse(BadRequest.unreadable(part.decoderResult().cause()));
    } else if (part instanceof HttpRequest head) {
      open(head);
    } else if (part instanceof HttpContent content) {
      add(content);
    }
  }

  private void open(HttpRequest head) {
    Optional<RequestTarget> target = RequestTarget.of(head.uri());
    if (target.isEmpty()) {
      refuse(BadRequest.noPath());
      return;
    }
    int largestBody = shared.limits().largestBody();
    request = new RequestBuilder(head, target.get(), largestBody);
    if (request.isTooLarge()) {
      refuse(BadRequest.tooLarge(largestBody));
    } else if (request.asksToContinue()) {
      var unused = channel.writeAndFlush(ResponseEncoder.goOn());
    }
  }

  private void add(HttpContent content) {
    request.add(content.content());
    if (request.isTooLarge()) {
      refuse(BadRequest.tooLarge(shared.limits().largestBody()));
    } else if (content instanceof LastHttpContent) {
      answer();
    }
  }

  private void answer() {
    if (shared.registry().isClosing()) {
      close();
      return;
    }
    phase = Phase.ANSWERING;
    idle.pause();
    lastRequest |= !request.keepsAlive();
    shared.registry().begin();
    try {
      Request whole = request.build(channel.localAddress(), channel.remoteAddress());
      shared.handler().handle(new Exchange(whole, this, shared.queue()));
    } catch (RuntimeException | Error e) {
      close();
      sent();
      throw e;
    }
  }

  private void send(Response response) {
    if (response.effect().drop() || !channel.isActive()) {
      close();
      sent();
      return;
    }
    lastRequest |= response.effect().truncate() || shared.registry().isClosing();
    String word = lastRequest ? "close" : request.isOfOldVersion() ? "keep-alive" : "";
    idle.answered();
    ChannelFuture written = write(response, word, request.wantsHeadOnly());
    if (written.isDone()) {
      sent();
    } else {
      var unused = written.addListener(done -> sent());
    }
  }

  /** The request in hand is over and done with. */
  private void sent() {
    shared.registry().end();
    phase = Phase.READING;
    request = null;
    if (lastRequest) {
      close();
    } else {
      idle.rest();
      takeWaiting();
    }
  }

  /** Answers what cannot be read on from, and leaves as soon as the caller has heard it. */
  private void refuse(Response response) {
    phase = Phase.LEAVING;
    idle.end();
    boolean headOnly = request != null && request.wantsHeadOnly();
    var unused = write(response, "close", headOnly).addListener(done -> endOutput());
    String why = new String(response.content(), StandardCharsets.UTF_8);
    shared.handler().refused(response.status(), why.strip());
  }

  private void endOutput() {
    var unused = channel.shutdownOutput();
  }

  private ChannelFuture write(Response response, String word, boolean headOnly) {
    ByteBuf bytes = shared.encoder().encode(response, word, headOnly);
    return channel.writeAndFlush(bytes);
  }

  private void discard(HttpObject part) {
    discarded += part instanceof HttpContent content ? content.content().readableBytes() : 0;
    if (discarded > MOST_DISCARDED) {
      close();
    }
  }
}
