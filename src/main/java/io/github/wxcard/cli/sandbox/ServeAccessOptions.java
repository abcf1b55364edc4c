package io.github.wxcard.cli.sandbox;

import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.sandbox.http.AccessRules;
import io.github.wxcard.text.UnderscoredHost;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that say by which names a served sandbox is reached, and who may work it. */
final class ServeAccessOptions {
  private static final String VARIABLE = "WXCARD_SANDBOX_TOKEN";
  private static final int TOKEN_BYTES = 24;
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\\.?");

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = {
        "What links begin with, such as a reverse proxy's address; requests",
        "for its host are served, too. Default: base_url."
      })
  String publicUrl;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description = {
        "Serve requests for this host, too; again for another. Addresses,",
        "localhost and names without a dot are always served."
      })
  List<String> allowedHosts = new ArrayList<>();

  /** What links begin with, when it is told. */
  Optional<URI> links() {
    return Optional.ofNullable(publicUrl).map(ServeAccessOptions::address);
  }

  /**
   * Who may call.
   *
   * @param host the address to listen on
   */
  AccessRules access(Environment environment, String host) {
    for (String name : allowedHosts) {
      if (!HOST.matcher(name).matches()) {
        throw Failure.of(
            FailureKind.USAGE,
            "--allow-host " + name + " is no host name",
            "Give the name alone, without http:// and port, as in --allow-host sandbox.example.");
      }
    }
    Optional<String> token = environment.variable(VARIABLE).map(ServeAccessOptions::checked);
    if (token.isEmpty() && isBeyondLoopback(host)) {
      token = Optional.of(made(environment));
    }
    return new AccessRules(links(), new LinkedHashSet<>(allowedHosts), token);
  }

  /** What the person is warned of; empty while only this machine can call. */
  List<String> warnings(Environment environment, String host, AccessRules access) {
    if (!isBeyondLoopback(host)) {
      return List.of();
    }
    String token =
        environment.variable(VARIABLE).isPresent()
            ? "the value of " + VARIABLE
            : access.token().orElseThrow();
    return List.of(
        "other machines can reach this sandbox, and everybody there can call its API: AppID and"
            + " secret are the same for every sandbox.",
        "its controls (/sandbox/…) want a header from them, which wxcard sends where "
            + VARIABLE
            + " is set: X-Wxcard-Token: "
            + token);
  }

  private static boolean isBeyondLoopback(String host) {
    InetSocketAddress address = new InetSocketAddress(host, 0);
    return !address.isUnresolved() && !address.getAddress().isLoopbackAddress();
  }

  private static String made(Environment environment) {
    byte[] bytes = new byte[TOKEN_BYTES];
    environment.random().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String checked(String token) {
    String text = token.strip();
    if (text.isEmpty() || !text.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
      throw Failure.of(
          FailureKind.CONFIG,
          VARIABLE + " is empty, or holds a blank, a line break or something else than ASCII",
          "Set it to a word that nobody guesses, or unset it to have one made.");
    }
    return text;
  }

  private static URI address(String text) {
    return SandboxAddress.web(text)
        .filter(ServeAccessOptions::canBeginLinks)
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.USAGE,
                    "--public-url "
                        + text
                        + " is not an address that links can begin with"
                        + UnderscoredHost.remark(text),
                    "Write it as in --public-url https://sandbox.example."));
  }

  private static boolean canBeginLinks(URI url) {
    return url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
