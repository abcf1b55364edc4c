package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wxcard.client.CallFailedException.RetryDecision;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.error.RetryRule;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.Excerpt;
import io.github.wxcard.text.SecretMask;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands an answer: a tree, WeChat's refusal, or something that is not WeChat's at all. */
final class ResponseReader {
  private static final int SYSTEM_ERROR = -1;
  private static final int IP_NOT_LISTED = 40164;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int LONGEST_EXCERPT = 200;

  /** Compiled when it is needed only: every call comes by this class. */
  private static final String IP =
      "(?<![\\w.:])(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]*(?::[0-9a-fA-F]*){2,7})(?![\\w.:])";

  private final URI base;
  private final SecretMask mask;

  /**
   * @param base the host that was called
   */
  ResponseReader(URI base, SecretMask mask) {
    this.base = base;
    this.mask = mask;
  }

  /** A picture that a call asks for comes as it is; a sandbox's reason with what it refused. */
  RawApiResponse read(ApiCall call, ResponseSchema schema, ReceivedResponse response) {
    try {
      checkStatus(call, response);
      boolean file = response.status() < 400 && schema.mayBeFile() && isFile(response);
      return new RawApiResponse(
          response.contentType(),
          response.body(),
          file ? Optional.empty() : Optional.of(accepted(call, schema, response)));
    } catch (CallFailedException failed) {
      throw response
          .reason()
          .map(reason -> explained(failed, response.status(), reason))
          .orElse(failed);
    }
  }

  /** What a sandbox does not let in has no errcode, and WeChat has no such answer. */
  private static CallFailedException explained(
      CallFailedException failed, int status, String reason) {
    Failure failure = failed.failure();
    if (status != FORBIDDEN || failure.errcode().isPresent()) {
      failure.reason(reason);
      return failed;
    }
    return new CallFailedException(
        CallFailedException.RetryDecision.FINAL,
        Failure.of(
                FailureKind.AUTH,
                failure.getMessage(),
                "Whom a sandbox lets in is decided where it is started: see `wxcard sandbox serve"
                    + " --help`.")
            .reason(reason));
  }

  /** A gateway's page or object under a picture's content type is none. */
  private static boolean isFile(ReceivedResponse response) {
    String type = response.contentType().toLowerCase(Locale.ROOT);
    return response.body().length > 0
        && !type.isEmpty()
        && !type.startsWith("text/")
        && !type.contains("json")
        && !type.contains("xml")
        && response.body()[0] != '<'
        && response.body()[0] != '{';
  }

  private void checkStatus(ApiCall call, ReceivedResponse response) {
    int status = response.status();
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      throw new CallFailedException(
          RetryDecision.UNCERTAIN, notWeChat(call, "HTTP status " + status).retryable(true));
    }
    if (status >= 300 && status < 400) {
      throw new CallFailedException(RetryDecision.FINAL, redirected(call, response));
    }
  }

  private JsonNode accepted(ApiCall call, ResponseSchema schema, ReceivedResponse response) {
    JsonNode tree;
    try {
      tree = Json.readUnambiguous(response.body());
    } catch (IOException e) {
      throw noSuccess(call, unreadable(response, e), response);
    }
    int errcode = tree.path("errcode").isInt() ? tree.path("errcode").intValue() : 0;
    if (errcode != 0) {
      String errmsg = call.masked(mask, tree.path("errmsg").asText(""));
      throw refused(call, errcode, errmsg);
    }
    Optional<String> flaw = schema.flaw(call, tree);
    if (flaw.isPresent() || response.status() >= 400) {
      throw noSuccess(call, "an answer " + flaw.orElse(""), response);
    }
    return tree;
  }

  private static String unreadable(ReceivedResponse response, IOException why) {
    if (response.body().length == 0) {
      return "an empty answer";
    }
    return Json.isAmbiguous(why) ? "an answer that has a name twice" : "an answer that is not JSON";
  }

  private CallFailedException noSuccess(ApiCall call, String what, ReceivedResponse response) {
    boolean refused = response.status() >= 400;
    String status = "HTTP status " + response.status();
    String came = excerpt(call, response);
    return new CallFailedException(
        refused ? RetryDecision.FINAL : RetryDecision.UNCERTAIN_FOR_GOOD,
        notWeChat(
            call,
            (refused ? status : what + " (" + status + ")") + (came.isEmpty() ? "" : ": " + came)));
  }

  /** Masked as a whole first: cut in two, a secret would not be known for one. */
  private String excerpt(ApiCall call, ReceivedResponse response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    return Excerpt.line(call.masked(mask, text), LONGEST_EXCERPT);
  }

  private static CallFailedException refused(ApiCall call, int errcode, String errmsg) {
    Failure failure = refusal(call.name(), errcode, errmsg);
    RetryRule retry = ErrorTable.find(errcode).map(row -> row.retry()).orElse(RetryRule.NO);
    RetryDecision decision =
        switch (retry) {
          case TOKEN -> RetryDecision.TOKEN_REFUSED;
          // A busy platform may have done it all the same; that it goes too fast is an answer.
          case BACKOFF ->
              errcode == SYSTEM_ERROR ? RetryDecision.UNCERTAIN : RetryDecision.REFUSED_FOR_NOW;
          case NO, LATER -> RetryDecision.FINAL;
        };
    return new CallFailedException(decision, failure);
  }

  private static Failure refusal(String call, int errcode, String errmsg) {
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

  private Failure redirected(ApiCall call, ReceivedResponse response) {
    return Failure.of(
        FailureKind.NETWORK,
        call.name()
            + ": "
            + base.getHost()
            + " sends elsewhere (HTTP status "
            + response.status()
            + ")",
        "Redirects are not followed, so that no token travels to another host; check the base"
            + " address.");
  }

  private static Failure notWeChat(ApiCall call, String what) {
    return Failure.of(
        FailureKind.NETWORK,
        call.name() + ": " + what,
        "Something other than WeChat's API answered, a proxy or a gateway perhaps; --verbose shows"
            + " the answer.");
  }
}
