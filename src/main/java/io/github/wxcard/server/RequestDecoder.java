package io.github.wxcard.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/** Makes requests of bytes, as strictly as RFC 9112 does. */
final class RequestDecoder extends HttpRequestDecoder {
  private static final int LONGEST_LINE = 64 << 10;
  private static final int LARGEST_HEAD = 256 << 10;
  private static final int LARGEST_PART = 64 << 10;

  private final Connection connection;
  private final HeadValidator validator = new HeadValidator();
  private boolean inHead = true;

  /** Why a text is no request: the rest of a sentence that begins with it. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private Malformed(String why) {
      super(why, null, false, false);
    }
  }

  RequestDecoder(Connection connection) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LARGEST_HEAD)
            .setMaxChunkSize(LARGEST_PART)
            .setStrictLineParsing(true)
            .setUseRfc9112TransferEncoding(true));
    this.connection = connection;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
    connection.usage().received(((ByteBuf) bytes).readableBytes());
    super.channelRead(context, bytes);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out)
      throws Exception {
    int from = bytes.readerIndex();
    int first = out.size();
    super.decode(context, bytes, out);
    if (inHead) {
      validator.read(bytes, from, bytes.readerIndex());
    }
    for (int i = first; i < out.size(); i++) {
      if (out.get(i) instanceof HttpRequest head) {
        inHead = false;
        check(head);
      }
      if (out.get(i) instanceof LastHttpContent) {
        inHead = true;
        validator.reset();
      }
    }
  }

  @Override
  protected HttpMessage createMessage(String[] line) throws Exception {
    String version = line[2];
    if (!version.startsWith("HTTP/")) {
      throw new Malformed(HeadValidator.NO_REQUEST_LINE);
    }
    if (version.length() != "HTTP/1.1".length()
        || !version.startsWith("HTTP/1.")
        || !Character.isDigit(version.charAt(version.length() - 1))) {
      throw new Malformed("its version is not HTTP/1.1");
    }
    return super.createMessage(line);
  }

  private void check(HttpRequest head) {
    Throwable failure = head.decoderResult().cause();
    if (failure instanceof Malformed || failure instanceof TooLongFrameException) {
      return;
    }
    String fault = failure == null ? validator.fault(head) : validator.fault();
    if (fault != null) {
      head.setDecoderResult(DecoderResult.failure(new Malformed(fault)));
    }
  }
}
