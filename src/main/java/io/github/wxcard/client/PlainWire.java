package io.github.wxcard.client;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/** HttpCore's connection, stricter: it knows where an answer ends, and whether anything follows. */
final class PlainWire extends DefaultBHttpClientConnection {
  static final String CUT_OFF = "the connection ended before the answer did";

  private SessionInputBuffer read;

  PlainWire(Http1Config bounds) {
    super(bounds, null, null, null, null, null, WholeHeads::new);
  }

  @Override
  protected InputStream createContentInputStream(
      long length, SessionInputBuffer buffer, InputStream socket) {
    read = buffer;
    return super.createContentInputStream(length, buffer, socket);
  }

  /** False as long as no answer had a body: then nobody can tell. */
  boolean isReadOut() {
    return read != null && read.length() == 0;
  }

  /** Refuses a head that was cut off, which HttpCore takes for a whole one. */
  private static final class WholeHeads extends DefaultHttpResponseParser {
    WholeHeads(Http1Config bounds) {
      super(bounds);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
        throws IOException, HttpException {
      Watched watched = new Watched(in);
      ClassicHttpResponse response = super.parse(buffer, watched);
      if (response != null && watched.ended) {
        throw new EOFException(CUT_OFF);
      }
      return response;
    }
  }

  /** Remembers whether its end was met. */
  private static final class Watched extends FilterInputStream {
    private boolean ended;

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      ended |= read < 0;
      return read;
    }
  }
}
