package io.github.wxcard.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;

/** Makes requests of bytes, and notices when some come. */
final class RequestDecoder extends HttpRequestDecoder {
  private static final int LONGEST_LINE = 64 << 10;
  private static final int LARGEST_HEAD = 256 << 10;
  private static final int LARGEST_PART = 64 << 10;

  private final IdleTimeout idle;

  RequestDecoder(IdleTimeout idle) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LARGEST_HEAD)
            .setMaxChunkSize(LARGEST_PART));
    this.idle = idle;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
    idle.begin();
    super.channelRead(context, bytes);
  }
}
