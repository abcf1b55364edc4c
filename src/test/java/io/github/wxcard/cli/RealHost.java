package io.github.wxcard.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.wxcard.OwnCertificate;
import io.github.wxcard.Wxcard;
import io.github.wxcard.client.Tunnel;
import io.github.wxcard.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A sandbox under a name of WeChat's own: https, behind a proxy, so that it counts as real. */
final class RealHost implements AutoCloseable {
  static final String NAME = "api.test.qq.com";

  private final Sandbox sandbox;
  private final HttpsServer server;
  private final Tunnel proxy;
  private final Path certificate;
  private final HttpClient http = HttpClient.newHttpClient();

  RealHost(Sandbox sandbox, Path folder) throws IOException, GeneralSecurityException {
    this.sandbox = sandbox;
    OwnCertificate own = OwnCertificate.make(folder, NAME);
    certificate = own.certificate();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(own.context()));
    server.createContext("/", this::forward);
    server.start();
    proxy = new Tunnel(server.getAddress().getPort(), null);
  }

  /** Lets the program use it as its account. */
  Wxcard configure(Wxcard wx) {
    return wx.with("WXCARD_API_BASE", "https://" + NAME)
        .with("WXCARD_APPID", sandbox.appId())
        .with("WXCARD_SECRET", sandbox.secret())
        .with("WXCARD_CA_FILE", certificate.toString())
        .with("HTTPS_PROXY", "http://" + proxy.address());
  }

  private void forward(HttpExchange exchange) throws IOException {
    URI target = URI.create(sandbox.base() + exchange.getRequestURI().toString());
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(value -> exchange.getResponseHeaders().set("Content-Type", value));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    server.stop(0);
  }
}
