package io.github.wxcard.sandbox.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;

/** The port, which callers come in by once it is open. */
final class Door {
  private static final int BACKLOG = 1024;
  private static final int USUAL_READ = 1024;
  private static final int LARGEST_READ = 64 << 10;

  private Channel channel;
  private volatile Desk desk;

  private Door() {}

  /** Takes the port; whoever comes waits. */
  static Door at(InetSocketAddress address, EventLoop loop) throws ExecutionException {
    Door door = new Door();
    UnpooledByteBufAllocator heap = new UnpooledByteBufAllocator(false, true);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channelFactory(NioServerSocketChannel::new)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.ALLOCATOR, heap)
            .childOption(ChannelOption.ALLOCATOR, heap)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(512, USUAL_READ, LARGEST_READ))
            // Who has sent all and says so still gets an answer.
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel caller) {
                    door.admit(caller);
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new ExecutionException(bound.cause());
    }
    door.channel = bound.channel();
    return door;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  void open(Desk newDesk) {
    desk = newDesk;
    channel.config().setAutoRead(true);
  }

  void close() {
    var unused = channel.close();
  }

  private void admit(SocketChannel caller) {
    Patience patience = new Patience(desk.patience());
    caller.pipeline().addLast(new RequestDecoder(patience), new Connection(caller, desk, patience));
  }
}
