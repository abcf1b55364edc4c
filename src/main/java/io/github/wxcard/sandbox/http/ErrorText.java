package io.github.wxcard.sandbox.http;

import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.server.Request;
import java.net.InetAddress;
import java.util.Set;

/** What an {@code errmsg} says before its trace; for a few codes that is more than the stem. */
final class ErrorText {
  private static final int OLD_TOKEN = 40001;
  private static final int UNLISTED_ADDRESS = 40164;
  private static final int USED_UP = 45009;

  private static final String STABLE_TOKEN =
      ", could get access_token by getStableAccessToken, more details at"
          + " https://mmbizurl.cn/s/JtxxFh33r";
  private static final Set<String> TOKEN_CALLS = Set.of("/cgi-bin/token", "/cgi-bin/stable_token");

  private ErrorText() {}

  /** The text for a code as an answer to this request; empty where WeChat's is not known. */
  static String of(int errcode, Request request) {
    String stem = ErrorTable.find(errcode).map(ErrorCode::text).orElse("");
    return switch (errcode) {
      case OLD_TOKEN -> stem + STABLE_TOKEN;
      case USED_UP -> TOKEN_CALLS.contains(request.path()) ? stem + STABLE_TOKEN : stem;
      case UNLISTED_ADDRESS -> unlisted(request.remote());
      default -> stem;
    };
  }

  private static String unlisted(InetAddress caller) {
    String address = caller.getHostAddress();
    String wide = address.contains(":") ? address : "::ffff:" + address;
    return "invalid ip " + address + " ipv6 " + wide + ", not in whitelist";
  }
}
