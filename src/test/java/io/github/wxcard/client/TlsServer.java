package io.github.wxcard.client;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A host with a certificate that no JDK trusts, made for it on the spot; it hands out a token. */
final class TlsServer implements AutoCloseable {
  static final String NAME = "api.wechat.example";
  private static final String PASSWORD = "changeit";

  private final HttpsServer server;
  private final Path certificate;

  private TlsServer(HttpsServer server, Path certificate) {
    this.server = server;
    this.certificate = certificate;
  }

  static TlsServer start(Path folder) throws IOException, GeneralSecurityException {
    Path keys = folder.resolve("keys.p12");
    Path certificate = folder.resolve("company.pem");
    keytool(
        keys,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + NAME,
        "-validity",
        "2",
        "-ext",
        "san=dns:" + NAME + ",dns:localhost,ip:127.0.0.1");
    keytool(keys, "-exportcert", "-rfc", "-file", certificate.toString());
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
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
    return new TlsServer(server, certificate);
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

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path keys, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(words));
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-keystore", keys.toString(), "-storepass", PASSWORD, "-alias", "server"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool: " + output);
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }
}
