package io.github.wxcard.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WeChat's refusals, with what can be read out of its own text. */
final class Refusals {
  private static final int IP_NOT_LISTED = 40164;
  private static final int FORBIDDEN = 403;

  /** Compiled when it is needed only: every call comes by this class. */
  private static final String IP =
      "(?<![\\w.:])(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]*(?::[0-9a-fA-F]*){2,7})(?![\\w.:])";

  private Refusals() {}

  /** What reads an answer, and tells a sandbox's reason with whatever goes wrong there. */
  static <T> Function<ReceivedResponse, T> explained(Function<ReceivedResponse, T> reader) {
    return reply -> {
      try {
        return reader.apply(reply);
      } catch (Trouble trouble) {
        throw reply
            .reason()
            .map(reason -> explained(trouble, reply.status(), reason))
            .orElse(trouble);
      }
    };
  }

  /** What a sandbox does not let in has no errcode, and WeChat has no such answer. */
  private static Trouble explained(Trouble trouble, int status, String reason) {
    Failure failure = trouble.failure();
    if (status != FORBIDDEN || failure.errcode().isPresent()) {
      failure.reason(reason);
      return trouble;
    }
    return new Trouble(
        Trouble.Fate.FINAL,
        Failure.of(
                Kind.AUTH,
                failure.getMessage(),
                "Whom a sandbox lets in is decided where it is started: see `wxcard sandbox serve"
                    + " --help`.")
            .reason(reason));
  }

  static Failure failure(String call, int errcode, String errmsg) {
    Failure failure = Failure.refused(call, errcode, errmsg);
    if (failure.fix().isEmpty()) {
      failure.fix("wxcard does not know this errcode; look it up in WeChat's documentation.");
    }
    if (errcode == IP_NOT_LISTED) {
      Matcher address = Pattern.compile(IP).matcher(errmsg);
      if (address.find()) {
        addressNotListed(failure, address.group(1));
      }
    }
    return failure;
  }

  private static void addressNotListed(Failure failure, String ip) {
    failure
        .detail(ip)
        .extra("ip", JsonNodeFactory.instance.textNode(ip))
        .fix(
            "Add this address to the IP whitelist (IP白名单) of the account at"
                + " https://developers.weixin.qq.com/platform/, and wait some minutes. It is the"
                + " address WeChat sees, which behind a proxy is the proxy's.");
  }
}
