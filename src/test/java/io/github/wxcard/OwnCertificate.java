package io.github.wxcard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that no JDK trusts, made on the spot for a name and for this machine.
 *
 * @param keys a PKCS #12 file with the private key, opened by {@link #PASSWORD}
 * @param certificate as a PEM file
 */
public record OwnCertificate(Path keys, Path certificate) {
  public static final String PASSWORD = "changeit";
  private static final String ALIAS = "server";

  public static OwnCertificate make(Path folder, String name) throws IOException {
    OwnCertificate made =
        new OwnCertificate(folder.resolve("keys.p12"), folder.resolve("company.pem"));
    made.keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-validity",
        "2",
        "-ext",
        "san=dns:" + name + ",dns:localhost,ip:127.0.0.1");
    made.keytool("-exportcert", "-rfc", "-file", made.certificate.toString());
    return made;
  }

  /** What a server in this JVM shows. */
  public SSLContext context() throws IOException, GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store(), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  /** The private key as a PEM file, for a server of another make. */
  public Path key() throws IOException, GeneralSecurityException {
    byte[] key = store().getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    return Files.writeString(
        keys.resolveSibling("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void keytool(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(words));
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD, "-alias", ALIAS));
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
