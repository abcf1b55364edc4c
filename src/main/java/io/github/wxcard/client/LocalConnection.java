package io.github.wxcard.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;

/** One connection without TLS, for one exchange after the other. Interrupts close it. */
final class LocalConnection implements AutoCloseable {
  /** A server that gives up on idle connections waits longer than this. */
  private static final Duration SURELY_OPEN = Duration.ofSeconds(1);

  private static final Http1Config BOUNDS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(64 << 10).build();

  /** No more than HTTP asks for: what is usually added here takes half of an exchange's time. */
  private static final HttpProcessor ADDITIONS =
      new DefaultHttpProcessor(new RequestContent(), new RequestTargetHost());

  private final HttpHost host;
  private final DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(BOUNDS);
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private boolean reusable;
  private long lastUse;

  private LocalConnection(URI base) {
    host = new HttpHost(base.getScheme(), base.getHost(), base.getPort());
  }

  static LocalConnection open(URI base, Duration limit) throws IOException {
    int port = base.getPort() < 0 ? 80 : base.getPort();
    InetSocketAddress address = new InetSocketAddress(base.getHost(), port);
    if (address.isUnresolved()) {
      throw (IOException) new ConnectException().initCause(new UnresolvedAddressException());
    }
    LocalConnection opened = new LocalConnection(base);
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(address, Math.max(1, (int) limit.toMillis()));
      opened.connection.bind(channel.socket());
      return opened;
    } catch (SocketTimeoutException e) {
      channel.close();
      throw new HttpConnectTimeoutException("no connection in time");
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The whole answer; after an exception the connection is good for nothing. */
  Reply exchange(Outgoing request, int longest) throws IOException {
    reusable = false;
    ClassicHttpRequest sent = request(request);
    HttpCoreContext context = HttpCoreContext.create();
    try {
      executor.preProcess(sent, ADDITIONS, context);
      ClassicHttpResponse response = executor.execute(sent, connection, context);
      byte[] body = body(response.getEntity(), longest);
      reusable = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(sent, response, context);
      lastUse = System.nanoTime();
      return new Reply(
          response.getCode(),
          body,
          header(response, "Content-Type").orElse(""),
          header(response, "Date"));
    } catch (HttpException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private ClassicHttpRequest request(Outgoing request) {
    String target = request.address().getRawPath();
    String query = request.address().getRawQuery();
    ClassicHttpRequest sent =
        new BasicClassicHttpRequest(
            request.method(), host, query == null ? target : target + "?" + query);
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
    byte[] body = EntityUtils.toByteArray(entity, longest + 1);
    if (body.length > longest) {
      throw new BoundedBody.TooLarge(longest);
    }
    return body;
  }

  private static Optional<String> header(HttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  /** Whether the last exchange has left it open for another one. */
  boolean reusable() {
    return reusable;
  }

  /** Whether the other side still holds it open, as far as can be seen. */
  boolean usable() throws IOException {
    return System.nanoTime() - lastUse < SURELY_OPEN.toNanos() || !connection.isStale();
  }

  @Override
  public void close() {
    connection.close(CloseMode.GRACEFUL);
  }

  /** Closes it whatever is under way. */
  void abort() {
    connection.close(CloseMode.IMMEDIATE);
  }
}
