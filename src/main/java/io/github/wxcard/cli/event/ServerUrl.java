package io.github.wxcard.cli.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.UnderscoredHost;
import java.net.URI;
import java.net.URISyntaxException;

/** The address of a merchant's server, as a person typed it. */
final class ServerUrl {
  private static final int HIGHEST_PORT = 65_535;

  private ServerUrl() {}

  /** An http or https address with a host, or a {@link Failure} of kind INPUT. */
  static URI of(String text) {
    try {
      URI url = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      boolean bare = url.getUserInfo() == null && url.getFragment() == null;
      if (web && bare && url.getHost() != null && url.getPort() <= HIGHEST_PORT) {
        return URI.create(url.toASCIIString());
      }
    } catch (URISyntaxException e) {
      // Told below, in the same words.
    }
    throw Failure.of(
        FailureKind.INPUT,
        "'" + text + "' is no address of a server" + UnderscoredHost.remark(text),
        "Write it like http://127.0.0.1:8080/wechat, without a user name or a #fragment.");
  }
}
