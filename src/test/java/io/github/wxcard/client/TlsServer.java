package io.github.wxcard.client;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.wxcard.OwnCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A host with a certificate that no JDK trusts, made for it on the spot; it hands out a token. */
final class TlsServer implements AutoCloseable {
  static final String NAME = "api.wechat.example";

  private final HttpsServer server;
  private final Path certificate;

  private TlsServer(HttpsServer server, Path certificate) {
    this.server = server;
    this.certificate = certificate;
  }

  static TlsServer start(Path folder) throws IOException, GeneralSecurityException {
    OwnCertificate own = OwnCertificate.make(folder, NAME);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(own.context()));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body =
              "{\"access_token\":\"tls-token\",\"expires_in\":7200}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return new TlsServer(server, own.certificate());
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The certificate as a PEM file. */
  Path certificate() {
    return certificate;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
