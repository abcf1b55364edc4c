package io.github.wxcard.cli.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.WebAddress;
import java.net.URI;

/** The address of a merchant's server, as a person typed it. */
final class ServerUrl {
  private ServerUrl() {}

  /** An http or https address with a host, or a {@link Failure} of kind INPUT. */
  static URI of(String text) {
    return WebAddress.parse(text)
        .filter(url -> url.getUserInfo() == null && url.getFragment() == null)
        .filter(url -> url.getPort() <= WebAddress.HIGHEST_PORT)
        .map(url -> URI.create(url.toASCIIString()))
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.INPUT,
                    "'" + text + "' is no address of a server" + WebAddress.remark(text),
                    "Write it like http://127.0.0.1:8080/wechat, without a user name or a"
                        + " #fragment."));
  }
}
