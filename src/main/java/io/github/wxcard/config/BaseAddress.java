package io.github.wxcard.config;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for the address of a host that is handed secrets. */
final class BaseAddress {
  static final URI WECHAT_API = URI.create("https://api.weixin.qq.com");
  static final URI WECHAT_MP = URI.create("https://mp.weixin.qq.com");

  private static final Set<String> WECHAT_APIS =
      Set.of(
          "api.weixin.qq.com",
          "api2.weixin.qq.com",
          "sh.api.weixin.qq.com",
          "sz.api.weixin.qq.com",
          "hk.api.weixin.qq.com");

  private static final Pattern IPV4_LOOPBACK =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private BaseAddress() {}

  /**
   * @param origin where the text was found, for the message
   * @param knownToAll whether everybody knows the AppID and the secret that are sent there
   */
  static URI parse(String text, String origin, boolean knownToAll) {
    URI uri;
    try {
      uri = new URI(WebAddress.withoutSlash(text));
    } catch (URISyntaxException e) {
      throw wrong(text, origin, "is not an address");
    }
    if (uri.getHost() == null || !WebAddress.isWeb(uri)) {
      throw wrong(text, origin, "is not an http or https address with a host");
    }
    if (uri.getPort() > WebAddress.HIGHEST_PORT) {
      throw wrong(text, origin, "has a port beyond " + WebAddress.HIGHEST_PORT);
    }
    if (!WebAddress.isBare(uri)) {
      throw wrong("(not shown)", origin, "carries a user name, a query or a fragment");
    }
    if ("http".equalsIgnoreCase(uri.getScheme()) && !knownToAll && !isLoopback(uri)) {
      throw wrong(text, origin, "would send the secret in the clear");
    }
    return uri;
  }

  /** WeChat shows QR images on a host of its own; any other server shows its own. */
  static URI mp(URI apiBase) {
    return isWeChatsApi(apiBase) ? WECHAT_MP : apiBase;
  }

  /** Whether it is one of the hosts that answer the same calls, in one place or another. */
  static boolean isWeChatsApi(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        && uri.getPort() == -1
        && WECHAT_APIS.contains(String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT));
  }

  /** Judged by the text alone: a name somebody else resolves proves nothing. */
  static boolean isLoopback(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.equals("::1")
        || IPV4_LOOPBACK.matcher(host).matches();
  }

  /** WeChat has several hosts, in other places for instance, under one domain. */
  static boolean isWeChats(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.endsWith(".qq.com");
  }

  private static Failure wrong(String text, String origin, String why) {
    return Failure.of(
        FailureKind.CONFIG,
        "base address " + text + " (" + origin + ") " + why + WebAddress.remark(text),
        "Use an address such as "
            + WECHAT_API
            + "; plain http is for this machine, such as http://127.0.0.1:8900, and for sandboxes"
            + " elsewhere with the AppID and secret that every sandbox begins with.");
  }
}
