package io.github.wxcard.sandbox.http;

import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.server.Request;
import java.util.Set;

/** What an {@code errmsg} says before its trace; for a few codes that is more than the stem. */
final class ErrorText {
  private static final int OLD_TOKEN = 40001;
  private static final int UNLISTED_ADDRESS = 40164;
  private static final int USED_UP = 45009;

  /** Where the caller's address goes, as it is and as one of IPv6. */
  private static final String ADDRESS = "( )A[.]B[.]C[.]D( ipv6 )::ffff:A[.]B[.]C[.]D";

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
      case UNLISTED_ADDRESS -> stem.replaceAll(ADDRESS, caller(request));
      default -> stem;
    };
  }

  private static String caller(Request request) {
    String address = request.remote().getHostAddress();
    return "$1" + address + "$2" + (address.contains(":") ? "" : "::ffff:") + address;
  }
}
