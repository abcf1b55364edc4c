package io.github.wxcard.server;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One caller, whose requests are answered one after another; of the listener's thread. */
final class Connection extends ChannelInboundHandlerAdapter {
  private static final long MOST_DISCARDED = 100L << 20;

  private final SocketChannel channel;
  private final Shared shared;
  private final ConnectionUsage usage;
  private final RequestBuilder request;
  private final Queue<HttpObject> waiting = new ArrayDeque<>();
  private Phase phase = Phase.READING;
  private boolean lastRequest;
  private boolean taking;
  private long discarded;

  Connection(SocketChannel channel, InetAddress peer, Shared shared) {
    this.channel = channel;
    this.shared = shared;
    this.usage = new ConnectionUsage(peer, shared.registry(), shared.limits());
    this.request = new RequestBuilder(shared.limits().largestBody());
  }

  /** What the connections of a listener share. */
  record Shared(
      Exchange.Handler handler,
      ResponseQueue queue,
      ConnectionRegistry registry,
      ResponseEncoder encoder,
      Listener.CallerLimits limits) {}

  private enum Phase {
    READING,
    ANSWERING,
    /** The last word is said; what still comes is thrown away so that it can be heard. */
    LEAVING
  }

  boolean isAnswering() {
    return phase == Phase.ANSWERING;
  }

  ConnectionUsage usage() {
    return usage;
  }

  void close() {
    var unused = channel.close();
  }

  /** Sends the answer to the request in hand. */
  void finish(Response response) {
    if (response.effect().drop() || !channel.isActive()) {
      close();
      sent();
      return;
    }
    lastRequest |= response.effect().truncate() || shared.registry().isClosing();
    String word = lastRequest ? "close" : "keep-alive";
    usage.answered();
    var unused = write(response, word).addListener(done -> sent());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    shared.registry().opened(this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    shared.registry().closed(this);
    if (!isAnswering()) {
      usage.release();
    }
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
      return;
    }
    Optional<Response> refusal = request.add(part);
    if (refusal.isPresent()) {
      refuse(refusal.get());
    } else if (request.isWhole()) {
      answer();
    } else if (request.asksToContinue(part)) {
      var unused = channel.writeAndFlush(ResponseEncoder.goOn());
    }
  }

  private void answer() {
    if (shared.registry().isClosing()) {
      close();
      return;
    }
    phase = Phase.ANSWERING;
    usage.pause();
    lastRequest |= !request.keepsAlive();
    shared.registry().begin();
    try {
      Request whole = request.build(channel.localAddress().getAddress(), usage.peer());
      shared.handler().handle(new Exchange(whole, this, shared.queue()));
    } catch (RuntimeException | Error e) {
      close();
      sent();
      throw e;
    }
  }

  /** The request in hand is over and done with. */
  private void sent() {
    shared.registry().end();
    request.reset();
    phase = Phase.READING;
    usage.rest();
    if (lastRequest) {
      close();
    } else {
      takeWaiting();
    }
  }

  /** Answers what cannot be read on from, and leaves as soon as the caller has heard it. */
  private void refuse(Response response) {
    phase = Phase.LEAVING;
    usage.end();
    var unused = write(response, "close").addListener(done -> endOutput());
    String why = new String(response.content(), StandardCharsets.UTF_8);
    shared.handler().refused(response.status(), why.strip());
  }

  private void endOutput() {
    var unused = channel.shutdownOutput();
  }

  private ChannelFuture write(Response response, String word) {
    return channel.writeAndFlush(shared.encoder().encode(response, word, request.wantsHeadOnly()));
  }

  private void discard(HttpObject part) {
    discarded += part instanceof HttpContent content ? content.content().readableBytes() : 0;
    if (discarded > MOST_DISCARDED) {
      close();
    }
  }
}
