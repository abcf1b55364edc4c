package io.github.wxcard.sandbox.http;

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
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** One caller, whose requests are answered one after another; of the loop's thread. */
final class Connection extends ChannelInboundHandlerAdapter {
  private static final long MOST_DISCARDED = 100L << 20;

  private final SocketChannel channel;
  private final Desk desk;
  private final Patience patience;
  private final Queue<HttpObject> waiting = new ArrayDeque<>();
  private Phase phase = Phase.READING;
  private Incoming incoming;
  private boolean lastRequest;
  private boolean taking;
  private long discarded;

  Connection(SocketChannel channel, Desk desk, Patience patience) {
    this.channel = channel;
    this.desk = desk;
    this.patience = patience;
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

  boolean isLate(long now) {
    return patience.isOver(now);
  }

  void hangUp() {
    var unused = channel.close();
  }

  /** Sends the answer to the request in hand. */
  void finish(Answer answer) {
    long delay = answer.strike().delayMillis();
    if (delay > 0) {
      var unused = channel.eventLoop().schedule(() -> send(answer), delay, TimeUnit.MILLISECONDS);
    } else {
      send(answer);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    desk.connections().opened(this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    desk.connections().closed(this);
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable trouble) {
    hangUp();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      lastRequest = true;
      if (!isAnswering()) {
        hangUp();
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
      refuse(Misread.answer(part.decoderResult().cause()));
    } else if (part instanceof HttpRequest head) {
      open(head);
    } else if (part instanceof HttpContent content) {
      add(content);
    }
  }

  private void open(HttpRequest head) {
    Optional<Target> target = Target.of(head.uri());
    if (target.isEmpty()) {
      refuse(Answer.plain(400, "The request names no path of this server.\n"));
      return;
    }
    incoming = new Incoming(head, target.get());
    if (incoming.isTooLarge()) {
      refuse(Answer.TOO_LARGE);
    } else if (incoming.asksToContinue()) {
      var unused = channel.writeAndFlush(Reply.goOn());
    }
  }

  private void add(HttpContent content) {
    incoming.add(content.content());
    if (incoming.isTooLarge()) {
      refuse(Answer.TOO_LARGE);
    } else if (content instanceof LastHttpContent) {
      answer();
    }
  }

  private void answer() {
    if (desk.connections().areClosing()) {
      hangUp();
      return;
    }
    phase = Phase.ANSWERING;
    patience.pause();
    lastRequest |= !incoming.keepsAlive();
    desk.connections().begin();
    try {
      desk.dispatcher()
          .answer(
              incoming.request(channel.localAddress().getAddress()),
              answer -> desk.mailbox().put(this, answer));
    } catch (RuntimeException | Error e) {
      hangUp();
      sent();
      throw e;
    }
  }

  private void send(Answer answer) {
    if (answer.strike().drop() || !channel.isActive()) {
      hangUp();
      sent();
      return;
    }
    lastRequest |= answer.strike().truncate() || desk.connections().areClosing();
    String word = lastRequest ? "close" : incoming.isOfOldVersion() ? "keep-alive" : "";
    patience.answered();
    ChannelFuture written = write(answer, word, incoming.wantsHeadOnly());
    if (written.isDone()) {
      sent();
    } else {
      var unused = written.addListener(done -> sent());
    }
  }

  /** The request in hand is over and done with. */
  private void sent() {
    desk.connections().end();
    phase = Phase.READING;
    incoming = null;
    if (lastRequest) {
      hangUp();
    } else {
      patience.rest();
      takeWaiting();
    }
  }

  /** Answers what cannot be read on from, and leaves as soon as the caller has heard it. */
  private void refuse(Answer answer) {
    phase = Phase.LEAVING;
    patience.end();
    boolean headOnly = incoming != null && incoming.wantsHeadOnly();
    var unused = write(answer, "close", headOnly).addListener(done -> endOutput());
  }

  private void endOutput() {
    var unused = channel.shutdownOutput();
  }

  private ChannelFuture write(Answer answer, String word, boolean headOnly) {
    ByteBuf bytes = desk.reply().of(answer, word, headOnly);
    return channel.writeAndFlush(bytes);
  }

  private void discard(HttpObject part) {
    discarded += part instanceof HttpContent content ? content.content().readableBytes() : 0;
    if (discarded > MOST_DISCARDED) {
      hangUp();
    }
  }
}
