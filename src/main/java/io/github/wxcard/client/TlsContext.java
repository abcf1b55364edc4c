package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed: the JDK's authorities, and those of {@code WXCARD_CA_FILE}. */
final class TlsContext {
  private TlsContext() {}

  static SSLContext of(Environment environment) {
    Optional<Path> extra = environment.variable("WXCARD_CA_FILE").map(environment::resolve);
    try {
      if (extra.isEmpty()) {
        return SSLContext.getDefault();
      }
      return context(managers(withAuthorities(extra.get())));
    } catch (CertificateException e) {
      throw unusable(extra.orElseThrow(), "holds no PEM certificates", e);
    } catch (IOException e) {
      throw unusable(extra.orElseThrow(), "cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is not to be had", e);
    }
  }

  private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    return context;
  }

  private static KeyStore withAuthorities(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    Collection<? extends Certificate> added =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(content(file)));
    if (added.isEmpty()) {
      throw new CertificateException("no certificates");
    }
    int number = 0;
    for (Certificate certificate : added) {
      store.setCertificateEntry("added-" + number++, certificate);
    }
    for (TrustManager manager : managers(null)) {
      for (X509Certificate issuer : ((X509TrustManager) manager).getAcceptedIssuers()) {
        store.setCertificateEntry("jdk-" + number++, issuer);
      }
    }
    return store;
  }

  private static byte[] content(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("no regular file, which might keep one waiting for ever");
    }
    return Files.readAllBytes(file);
  }

  /**
   * @param store null for the JDK's own authorities
   */
  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static Failure unusable(Path file, String why, Exception cause) {
    return Failure.of(
            FailureKind.CONFIG,
            "WXCARD_CA_FILE " + file + " " + why,
            "Name a PEM file with the certificates of your company's authority, or unset it.")
        .causedBy(cause);
  }
}
