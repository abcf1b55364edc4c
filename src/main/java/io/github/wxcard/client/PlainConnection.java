package io.github.wxcard.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;

/** One connection without TLS, for one exchange after the other. Interrupts close it. */
final class PlainConnection implements AutoCloseable {
  private static final Http1Config BOUNDS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32 << 10).build();

  /** No more than HTTP asks for: what is usually added here takes half of an exchange's time. */
  private static final HttpProcessor ADDITIONS =
      new DefaultHttpProcessor(new RequestContent(), new RequestTargetHost());

  private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();

  private final HttpHost host;
  private final SocketChannel channel;
  private final PlainWire wire = new PlainWire(BOUNDS);
  private boolean reusable;
  private volatile boolean answered = true;

  private PlainConnection(URI base, SocketChannel channel) throws IOException {
    this.host = new HttpHost(base.getScheme(), base.getHost(), base.getPort());
    this.channel = channel;
    wire.bind(channel.socket());
  }

  /** Whatever goes wrong here is a {@link ConnectException} or a timeout: nothing was sent. */
  static PlainConnection open(URI base, InetAddress host, Duration limit) throws IOException {
    int port = base.getPort() < 0 ? 80 : base.getPort();
    InetSocketAddress address = new InetSocketAddress(host, port);
    try {
      SocketChannel channel = SocketChannel.open();
      try {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().connect(address, Math.max(1, (int) limit.toMillis()));
        return new PlainConnection(base, channel);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (SocketTimeoutException e) {
      throw new HttpConnectTimeoutException("no connection in time");
    } catch (IOException e) {
      throw unconnected(e);
    }
  }

  private static IOException unconnected(Exception why) {
    return (IOException) new ConnectException(why.getMessage()).initCause(why);
  }

  /** The whole answer; after an exception the connection is good for nothing. */
  Reply exchange(Outgoing request, int longest) throws IOException {
    reusable = false;
    answered = false;
    ClassicHttpRequest sent = request(request);
    HttpCoreContext context = HttpCoreContext.create();
    try {
      EXECUTOR.preProcess(sent, ADDITIONS, context);
      ClassicHttpResponse response = EXECUTOR.execute(sent, wire, context);
      byte[] body = body(response.getEntity(), longest);
      reusable = EXECUTOR.keepAlive(sent, response, wire, context) && wire.isReadOut();
      answered = true;
      return new Reply(
          response.getCode(),
          body,
          header(response, "Content-Type").orElse(""),
          header(response, "Date"),
          header(response, Reply.REASON));
    } catch (TruncatedChunkException e) {
      throw new EOFException(PlainWire.CUT_OFF);
    } catch (HttpException | MalformedChunkCodingException | RuntimeException e) {
      // These quote what came, which may be anything: a token that the server repeats.
      throw new IOException("what came back is no HTTP");
    }
  }

  private ClassicHttpRequest request(Outgoing request) {
    String path = request.address().getRawPath();
    String query = request.address().getRawQuery();
    String target = (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    ClassicHttpRequest sent = new BasicClassicHttpRequest(request.method(), host, target);
    request.headers().forEach(sent::setHeader);
    if (request.body() != null) {
      sent.setEntity(new ByteArrayEntity(request.body(), null));
    }
    return sent;
  }

  private static byte[] body(HttpEntity entity, int longest) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    if (entity.getContentLength() > longest) {
      throw new BoundedBody.TooLarge(longest);
    }
    // Never closed: closing reads the rest, however long that is.
    byte[] body = entity.getContent().readNBytes(longest + 1);
    if (body.length > longest) {
      throw new BoundedBody.TooLarge(longest);
    }
    return body;
  }

  private static Optional<String> header(HttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  /** Whether the last exchange has left it open for another one. */
  boolean isReusable() {
    return reusable;
  }

  /** Whether it is open and silent: what comes unasked would pass for the next answer. */
  boolean isQuiet() {
    try {
      channel.configureBlocking(false);
      boolean quiet = channel.read(ByteBuffer.allocate(1)) == 0;
      channel.configureBlocking(true);
      return quiet;
    } catch (IOException e) {
      return false;
    }
  }

  /** Politely, unless something is under way: that ends at once. */
  @Override
  public void close() {
    wire.close(answered ? CloseMode.GRACEFUL : CloseMode.IMMEDIATE);
  }
}
