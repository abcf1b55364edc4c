package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.Trouble.Fate;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.error.RetryRule;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.Excerpt;
import io.github.wxcard.text.SecretMask;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Understands an answer: a tree, WeChat's refusal, or something that is not WeChat's at all. */
final class Answers {
  private static final int SYSTEM_ERROR = -1;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int LONGEST_EXCERPT = 200;

  private Answers() {}

  static JsonNode read(Call call, URI base, ReceivedResponse receivedResponse, SecretMask mask) {
    checkStatus(call, base, receivedResponse);
    return accepted(call, SuccessShape.of(call), receivedResponse, mask);
  }

  /** As {@link #read}, for a call that somebody wrote; a picture comes as it is. */
  static RawAnswer raw(Call call, URI base, ReceivedResponse receivedResponse, SecretMask mask) {
    checkStatus(call, base, receivedResponse);
    SuccessShape shape = SuccessShape.ofWritten(call);
    if (receivedResponse.status() < 400 && shape.mayBeFile() && isFile(receivedResponse)) {
      return new RawAnswer(
          receivedResponse.contentType(), receivedResponse.body(), Optional.empty());
    }
    JsonNode tree = accepted(call, shape, receivedResponse, mask);
    return new RawAnswer(
        receivedResponse.contentType(), receivedResponse.body(), Optional.of(tree));
  }

  /** A gateway's page or object under a picture's content type is none. */
  private static boolean isFile(ReceivedResponse receivedResponse) {
    String type = receivedResponse.contentType().toLowerCase(Locale.ROOT);
    return receivedResponse.body().length > 0
        && !type.isEmpty()
        && !type.startsWith("text/")
        && !type.contains("json")
        && !type.contains("xml")
        && receivedResponse.body()[0] != '<'
        && receivedResponse.body()[0] != '{';
  }

  private static void checkStatus(Call call, URI base, ReceivedResponse receivedResponse) {
    int status = receivedResponse.status();
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      throw new Trouble(Fate.UNCERTAIN, notWeChat(call, "HTTP status " + status).retryable(true));
    }
    if (status >= 300 && status < 400) {
      throw new Trouble(Fate.FINAL, redirected(call, base, receivedResponse));
    }
  }

  private static JsonNode accepted(
      Call call, SuccessShape shape, ReceivedResponse receivedResponse, SecretMask mask) {
    JsonNode tree;
    try {
      tree = Json.readUnambiguous(receivedResponse.body());
    } catch (IOException e) {
      throw noSuccess(call, unreadable(receivedResponse, e), receivedResponse, mask);
    }
    int errcode = tree.path("errcode").isInt() ? tree.path("errcode").intValue() : 0;
    if (errcode != 0) {
      String errmsg = call.masked(mask, tree.path("errmsg").asText(""));
      throw refused(call, errcode, errmsg);
    }
    Optional<String> flaw = shape.flaw(call, tree);
    if (flaw.isPresent() || receivedResponse.status() >= 400) {
      throw noSuccess(call, "an answer " + flaw.orElse(""), receivedResponse, mask);
    }
    return tree;
  }

  private static String unreadable(ReceivedResponse receivedResponse, IOException why) {
    if (receivedResponse.body().length == 0) {
      return "an empty answer";
    }
    return Json.isAmbiguous(why) ? "an answer that has a name twice" : "an answer that is not JSON";
  }

  private static Trouble noSuccess(
      Call call, String what, ReceivedResponse receivedResponse, SecretMask mask) {
    boolean refused = receivedResponse.status() >= 400;
    String status = "HTTP status " + receivedResponse.status();
    String came = excerpt(call, receivedResponse, mask);
    return new Trouble(
        refused ? Fate.FINAL : Fate.UNCERTAIN_FOR_GOOD,
        notWeChat(
            call,
            (refused ? status : what + " (" + status + ")") + (came.isEmpty() ? "" : ": " + came)));
  }

  /** Masked as a whole first: cut in two, a secret would not be known for one. */
  private static String excerpt(Call call, ReceivedResponse receivedResponse, SecretMask mask) {
    String text = new String(receivedResponse.body(), StandardCharsets.UTF_8);
    return Excerpt.line(call.masked(mask, text), LONGEST_EXCERPT);
  }

  private static Trouble refused(Call call, int errcode, String errmsg) {
    Failure failure = Refusals.failure(call.name(), errcode, errmsg);
    RetryRule retry = ErrorTable.find(errcode).map(row -> row.retry()).orElse(RetryRule.NO);
    Fate fate =
        switch (retry) {
          case TOKEN -> Fate.TOKEN_REFUSED;
          // A busy platform may have done it all the same; that it goes too fast is an answer.
          case BACKOFF -> errcode == SYSTEM_ERROR ? Fate.UNCERTAIN : Fate.REFUSED_FOR_NOW;
          case NO, LATER -> Fate.FINAL;
        };
    return new Trouble(fate, failure);
  }

  private static Failure redirected(Call call, URI base, ReceivedResponse receivedResponse) {
    return Failure.of(
        Kind.NETWORK,
        call.name()
            + ": "
            + base.getHost()
            + " sends elsewhere (HTTP status "
            + receivedResponse.status()
            + ")",
        "Redirects are not followed, so that no token travels to another host; check the base"
            + " address.");
  }

  private static Failure notWeChat(Call call, String what) {
    return Failure.of(
        Kind.NETWORK,
        call.name() + ": " + what,
        "Something other than WeChat's API answered, a proxy or a gateway perhaps; --verbose shows"
            + " the answer.");
  }
}
