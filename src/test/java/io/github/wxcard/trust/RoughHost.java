package io.github.wxcard.trust;

import io.github.wxcard.OwnCertificate;
import io.github.wxcard.PlainHost;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/** The faults that no stub can play, on sockets of its own. */
final class RoughHost implements AutoCloseable {
  private static final int FLOOD_BYTES = 100 << 20;
  private static final int PIECE_BYTES = 1 << 16;
  private static final byte[] PIECE = " ".repeat(PIECE_BYTES).getBytes(StandardCharsets.UTF_8);

  private final PlainHost host;
  private final String fault;
  private final String flooded;
  private final boolean secure;
  private final AtomicInteger met = new AtomicInteger();
  private final AtomicLong taken = new AtomicLong();

  /**
   * A host with one of the rough faults of {@link Faults}; it floods one call and no other.
   *
   * @param certificate what it shows; empty for plain http
   */
  RoughHost(String fault, Call call, Optional<OwnCertificate> certificate) {
    this.fault = fault;
    this.flooded = call.method() + " " + call.path();
    this.secure = certificate.isPresent();
    this.host =
        new PlainHost(
            (unused, socket) -> meet(socket),
            certificate.map(RoughHost::tls).orElseGet(ServerSocketFactory::getDefault));
    if (fault.equals(Faults.REFUSED_CONNECTION)) {
      close();
    }
  }

  private static ServerSocketFactory tls(OwnCertificate certificate) {
    try {
      return certificate.context().getServerSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String base() {
    return (secure ? "https" : "http") + "://127.0.0.1:" + host.port();
  }

  /** How many connections or requests have met the fault. */
  int met() {
    return met.get();
  }

  /** How many bytes of floods the other side has taken at most. */
  long taken() {
    return taken.get();
  }

  private void meet(Socket socket) throws IOException {
    if (fault.equals(Faults.RESET_UNREAD)) {
      // Once a byte is there the request has left; nobody reads the rest of it.
      if (socket.getInputStream().read() >= 0) {
        met.incrementAndGet();
      }
      socket.setSoLinger(true, 0);
      return;
    }
    String request = PlainHost.request(new BufferedInputStream(socket.getInputStream()));
    boolean meant = request.startsWith(flooded + " ") || request.startsWith(flooded + "?");
    if (meant) {
      met.incrementAndGet();
    }
    if (meant && fault.equals(Faults.ECHO)) {
      PlainHost.write(socket.getOutputStream(), "HTTP/1.1 " + request);
    } else if (meant) {
      flood(socket.getOutputStream());
    } else {
      String body = Host.good(request.split("[ ?]", 3)[1]);
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      begin(socket.getOutputStream(), "Content-Length: " + length + "\r\n");
      PlainHost.write(socket.getOutputStream(), body);
    }
  }

  private void flood(OutputStream out) throws IOException {
    boolean chunked = fault.equals(Faults.FLOOD_CHUNKED);
    begin(
        out,
        chunked
            ? "Transfer-Encoding: chunked\r\n"
            : fault.equals(Faults.FLOOD) ? "Content-Length: " + FLOOD_BYTES + "\r\n" : "");
    for (int sent = 0; sent < FLOOD_BYTES; sent += PIECE_BYTES) {
      PlainHost.write(out, chunked ? Integer.toHexString(PIECE_BYTES) + "\r\n" : "");
      out.write(PIECE);
      PlainHost.write(out, chunked ? "\r\n" : "");
      taken.addAndGet(PIECE_BYTES);
    }
  }

  private static void begin(OutputStream out, String header) throws IOException {
    PlainHost.write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n" + header + "\r\n");
  }

  @Override
  public void close() {
    host.close();
  }
}
