package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** {@code HTTPS_PROXY} and {@code NO_PROXY}, in capitals or small letters, for an https address. */
final class ProxySettings {
  private static final String ESCAPES =
      " In the user name and the password, write @ as %40, : as %3A, / as %2F, # as %23, ? as %3F"
          + " and % as %25.";

  private final Optional<URI> proxy;

  private ProxySettings(Optional<URI> proxy) {
    this.proxy = proxy;
  }

  /** Straight to the host. */
  static ProxySettings none() {
    return new ProxySettings(Optional.empty());
  }

  /** The rule for one host. */
  static ProxySettings forBase(URI base, Environment environment) {
    boolean direct = excepted(base, either(environment, "NO_PROXY").orElse(""));
    return new ProxySettings(
        direct
            ? Optional.empty()
            : either(environment, "HTTPS_PROXY")
                .map(ProxySettings::address)
                .or(() -> ofJava(base)));
  }

  /**
   * What {@code -Dhttps.proxyHost} and {@code -Dhttp.nonProxyHosts} say, as in any Java program.
   */
  private static Optional<URI> ofJava(URI base) {
    if (System.getProperty("https.proxyHost") == null) {
      return Optional.empty();
    }
    return ProxySelector.getDefault().select(base).stream()
        .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
        .map(proxy -> (InetSocketAddress) proxy.address())
        .map(place -> URI.create("http://" + place.getHostString() + ":" + place.getPort()))
        .findFirst();
  }

  void applyTo(HttpClient.Builder builder) {
    if (proxy.isEmpty()) {
      builder.proxy(HttpClient.Builder.NO_PROXY);
      return;
    }
    URI address = proxy.get();
    int port = address.getPort() < 0 ? 80 : address.getPort();
    builder.proxy(ProxySelector.of(new InetSocketAddress(address.getHost(), port)));
  }

  /** The host that is connected to first. */
  String nextHost(URI base) {
    return (proxy.isPresent() ? proxy.get() : base).getHost();
  }

  /**
   * The value of {@code Proxy-Authorization}, where the address has a user name. Sent unasked: a
   * JDK's authenticator is asked for the same password again and again.
   */
  Optional<String> login() {
    String info = proxy.isPresent() ? proxy.get().getUserInfo() : null;
    if (info == null) {
      return Optional.empty();
    }
    String whole = info.contains(":") ? info : info + ":";
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static boolean excepted(URI base, String exceptions) {
    String host = base.getHost().toLowerCase(Locale.ROOT);
    String hostAndPort = host + ":" + (base.getPort() < 0 ? 443 : base.getPort());
    for (String entry : exceptions.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
      String name = entry.startsWith("*.") ? entry.substring(1) : entry;
      String domain = name.startsWith(".") ? name : "." + name;
      if (entry.equals("*")
          || (!name.isEmpty() && (name.equals(host) || name.equals(hostAndPort)))
          || (domain.length() > 1 && ("." + host).endsWith(domain))) {
        return true;
      }
    }
    return false;
  }

  private static URI address(String text) {
    String full = text.contains("://") ? text : "http://" + text;
    try {
      URI address = URI.create(full);
      boolean whole =
          !full.substring(full.indexOf("://") + 3).replaceFirst("^[^/?#]*", "").contains("@");
      if ("http".equals(address.getScheme()) && address.getHost() != null && whole) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below; the text may hold a password, so it is not shown.
    }
    throw Failure.of(
        FailureKind.CONFIG,
        "HTTPS_PROXY is no proxy address",
        "Use http://host:port, with user:password@ before the host where the proxy wants it."
            + (full.contains("@") ? ESCAPES : ""));
  }

  private static Optional<String> either(Environment environment, String name) {
    return environment.variable(name).or(() -> environment.variable(name.toLowerCase(Locale.ROOT)));
  }
}
