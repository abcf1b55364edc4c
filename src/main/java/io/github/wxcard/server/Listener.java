package io.github.wxcard.server;

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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An HTTP port, whose callers one thread serves; their requests go to one handler. */
public final class Listener implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int USUAL_READ = 1024;
  private static final int LARGEST_READ = 64 << 10;
  private static final long SWEEP_MILLIS = 1000;
  private static final int DRAIN_SECONDS = 5;

  private final String host;
  private final EventLoop loop;
  private final CallerLimits limits;
  private final ResponseQueue queue;
  private final ConnectionRegistry registry;
  private Channel channel;
  private volatile Connection.Shared shared;

  private Listener(String host, EventLoop loop, CallerLimits limits) {
    this.host = host;
    this.loop = loop;
    this.limits = limits;
    this.queue = new ResponseQueue(loop);
    this.registry = new ConnectionRegistry(limits);
  }

  /**
   * What callers may take of a listener.
   *
   * @param largestBody in bytes
   * @param idle for a caller that stops in the middle of a request or does not read its answer
   * @param request from the first byte of a request to its last, however it is dripped
   * @param connectionsOfOne of one address; whoever opens more loses the one that waited longest
   * @param connections of all; then the address that holds most loses one
   * @param unansweredBytes of all requests not answered yet; then the largest of them is cut off
   */
  public record CallerLimits(
      int largestBody,
      Duration idle,
      Duration request,
      int connectionsOfOne,
      int connections,
      long unansweredBytes) {}

  /**
   * Takes the port; whoever comes waits until it is opened.
   *
   * @param port 0 for a free one
   * @throws UnknownHostException when the host is no address of any machine
   * @throws java.net.BindException when the port is taken, or the address another machine's
   */
  public static Listener bind(String host, int port, CallerLimits limits) throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    Listener listener = new Listener(host, NettyLoop.start(), limits);
    ChannelFuture bound = listener.bootstrap().bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      listener.stop();
      throw bound.cause() instanceof IOException e ? e : new IOException(bound.cause());
    }
    listener.channel = bound.channel();
    return listener;
  }

  /** Where callers on this machine reach it. */
  public URI base() {
    InetSocketAddress address = (InetSocketAddress) channel.localAddress();
    String name = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : host;
    String shown = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
    return URI.create("http://" + shown + ":" + address.getPort());
  }

  public void open(Exchange.Handler handler) {
    shared = new Connection.Shared(handler, queue, registry, new ResponseEncoder(), limits);
    channel.config().setAutoRead(true);
    every(SWEEP_MILLIS, registry::closeIdle);
  }

  /** Sends the answers that wait for it: see {@link Exchange#respondOnFlush}. */
  public void flush() {
    queue.flush();
  }

  /** Runs something again and again, on the thread that serves all callers. */
  public void every(long millis, Runnable work) {
    var unused = loop.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Lets go of the port; requests in flight get their answers first. Those that still come are hung
   * up on, and nothing is done for them.
   */
  @Override
  public void close() {
    if (loop.isShuttingDown()) {
      return;
    }
    loop.execute(
        () -> {
          var unused = channel.close();
          registry.close();
        });
    try {
      registry.answered().get(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Whoever takes longer than that is cut off.
    }
    stop();
  }

  private void stop() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }

  private ServerBootstrap bootstrap() {
    UnpooledByteBufAllocator heap = new UnpooledByteBufAllocator(false, true);
    return new ServerBootstrap()
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
                admit(caller);
              }
            });
  }

  private static InetAddress peer(SocketChannel caller) {
    InetSocketAddress address = caller.remoteAddress();
    // Who is gone again has none.
    return address == null ? new InetSocketAddress(0).getAddress() : address.getAddress();
  }

  private void admit(SocketChannel caller) {
    Connection connection = new Connection(caller, peer(caller), shared);
    caller.pipeline().addLast(new RequestDecoder(connection), connection);
  }
}
