package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.Trouble.Fate;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.error.Retry;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.SecretMask;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Understands an answer: a tree, WeChat's refusal, or something that is not WeChat's at all. */
final class Answers {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int PROXY_WANTS_PASSWORD = 407;

  private Answers() {}

  static JsonNode read(Call call, URI base, Reply reply, SecretMask mask) {
    checkStatus(call, base, reply);
    JsonNode tree = parsed(call, reply);
    if (!tree.isObject()) {
      throw notJson(call, reply);
    }
    return accepted(call, reply, tree, mask);
  }

  /** An answer of any shape: an image comes as it is, a refusal is one as everywhere. */
  static RawAnswer raw(Call call, URI base, Reply reply, SecretMask mask) {
    checkStatus(call, base, reply);
    if (reply.status() < 400 && reply.body().length > 0 && isMedia(reply.contentType())) {
      return new RawAnswer(reply.contentType(), reply.body(), Optional.empty());
    }
    JsonNode tree = accepted(call, reply, parsed(call, reply), mask);
    return new RawAnswer(reply.contentType(), reply.body(), Optional.of(tree));
  }

  private static boolean isMedia(String contentType) {
    return !contentType.isEmpty()
        && !contentType.startsWith("text/")
        && !contentType.contains("json");
  }

  private static void checkStatus(Call call, URI base, Reply reply) {
    int status = reply.status();
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      throw new Trouble(Fate.UNCERTAIN, notWeChat(call, "HTTP status " + status).retryable(true));
    }
    if (status == PROXY_WANTS_PASSWORD) {
      throw new Trouble(Fate.FINAL, proxyPassword(call));
    }
    if (status >= 300 && status < 400) {
      throw new Trouble(Fate.FINAL, redirected(call, base, reply));
    }
  }

  private static JsonNode accepted(Call call, Reply reply, JsonNode tree, SecretMask mask) {
    JsonNode errcode = tree.path("errcode");
    // No errcode is success: the token, upload and statistics calls never send one.
    if (errcode.asInt(0) != 0) {
      String errmsg = call.masked(mask, tree.path("errmsg").asText(""));
      throw refused(call, errcode.asInt(), errmsg);
    }
    if (reply.status() >= 400) {
      throw new Trouble(Fate.FINAL, notWeChat(call, "HTTP status " + reply.status()));
    }
    return tree;
  }

  private static JsonNode parsed(Call call, Reply reply) {
    try {
      return Json.read(reply.body());
    } catch (IOException e) {
      throw notJson(call, reply);
    }
  }

  private static Trouble notJson(Call call, Reply reply) {
    String what = reply.body().length == 0 ? "an empty answer" : "an answer that is not JSON";
    Fate fate = reply.status() >= 400 ? Fate.FINAL : Fate.UNCERTAIN_FOR_GOOD;
    return new Trouble(fate, notWeChat(call, what + " (HTTP status " + reply.status() + ")"));
  }

  private static Trouble refused(Call call, int errcode, String errmsg) {
    Failure failure = Refusals.failure(call.name(), errcode, errmsg);
    Retry retry = ErrorTable.find(errcode).map(row -> row.retry()).orElse(Retry.NO);
    Fate fate =
        switch (retry) {
          case TOKEN -> Fate.TOKEN_REFUSED;
          case BACKOFF -> Fate.UNCERTAIN;
          case NO, LATER -> Fate.FINAL;
        };
    return new Trouble(fate, failure);
  }

  private static Failure redirected(Call call, URI base, Reply reply) {
    return Failure.of(
        Kind.NETWORK,
        call.name()
            + ": "
            + base.getHost()
            + " sends elsewhere (HTTP status "
            + reply.status()
            + ")",
        "Redirects are not followed, so that no token travels to another host; check the base"
            + " address.");
  }

  private static Failure proxyPassword(Call call) {
    return Failure.of(
        Kind.NETWORK,
        call.name() + ": the proxy wants a user name and password (HTTP status 407)",
        "Put them into HTTPS_PROXY: http://user:password@host:port.");
  }

  private static Failure notWeChat(Call call, String what) {
    return Failure.of(
        Kind.NETWORK,
        call.name() + ": " + what,
        "Something other than WeChat's API answered, a proxy or a gateway perhaps; --verbose shows"
            + " the answer.");
  }
}
