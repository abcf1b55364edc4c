package io.github.wxcard.sandbox.service.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.admin.FaultService;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How often the account may make a call, and has today: by the quotas that were set here, else by
 * what is known of a test account, which the sandbox tells and does not enforce.
 */
public final class QuotaService {
  private static final int BAD_PATH = 76003;
  private static final int UNKNOWN = 76021;
  private static final int NOT_THIS_ACCOUNTS = 76022;

  /** Where no figure is known: more than anybody calls. */
  private static final long AMPLE = 100_000_000;

  private static final Map<String, Long> TEST_ACCOUNT =
      Map.of(
          "/cgi-bin/token", 200L,
          "/cgi-bin/message/custom/send", 50_000L,
          "/cgi-bin/media/upload", 500L,
          "/cgi-bin/media/get", 1_000L,
          "/cgi-bin/callback/check", 1_440L);

  /** All daily counters can be started anew so often, by whichever way. */
  private static final CallQuota RESETS = CallQuota.monthly("quota_resets", 10);

  private static final int NO_RESETS = 48006;

  private final Predicate<String> known;

  /**
   * @param known whether WeChat has a path
   */
  public QuotaService(Predicate<String> known) {
    this.known = known;
  }

  /**
   * {@code POST /cgi-bin/openapi/quota/get} with {@code cgi_path}; keys in the order of WeChat's.
   */
  public ObjectNode get(Transaction tx, CallInput input) {
    String path = input.need("cgi_path", BAD_PATH);
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new ApiException(BAD_PATH, "cgi_path does not begin with /, or names a host");
    }
    if (path.startsWith("/sns/")) {
      throw new ApiException(NOT_THIS_ACCOUNTS, "calls of /sns have no quota to look up");
    }
    if (!known.test(path)) {
      throw new ApiException(UNKNOWN, "cgi_path is none of the calls that are played here");
    }
    FaultService.Quota minute =
        FaultService.minuteQuota(tx, path).orElse(new FaultService.Quota(AMPLE, 0));
    ObjectNode answer = Json.object().put("errcode", 0);
    answer.set("rate_limit", rate(minute.most()));
    answer.put("errmsg", "ok");
    answer.set("component_rate_limit", rate(AMPLE));
    return answer.set("quota", daily(tx, path));
  }

  /** {@code POST /cgi-bin/clear_quota} with {@code appid}. */
  public static ObjectNode clear(Transaction tx, CallInput input) {
    TokenService.checkAppId(input.text("appid"));
    return reset(tx);
  }

  /** {@code POST /cgi-bin/clear_quota/v2}: the secret takes the place of a token. */
  public static ObjectNode clearBySecret(Transaction tx, CallInput input) {
    TokenService.checkAccount(input.text("appid"), input.text("appsecret"), "appsecret");
    return reset(tx);
  }

  private static ObjectNode reset(Transaction tx) {
    if (!RESETS.take(tx)) {
      throw new ApiException(NO_RESETS, "the month's " + RESETS.most() + " resets are used up");
    }
    FaultService.resetDaily(tx);
    return Json.object();
  }

  private static ObjectNode daily(Transaction tx, String path) {
    FaultService.Quota quota =
        FaultService.dailyQuota(tx, path)
            .orElseGet(
                () ->
                    new FaultService.Quota(
                        TEST_ACCOUNT.getOrDefault(path, AMPLE), counted(tx, path)));
    return Json.object()
        .put("daily_limit", quota.most())
        .put("used", quota.used())
        .put("remain", Math.max(0, quota.most() - quota.used()));
  }

  /** Today's calls as far as the journal goes. */
  private static long counted(Transaction tx, String path) {
    long since = FaultService.countedSince(tx);
    return tx.journal().after(0).stream()
        .filter(entry -> entry.path("path").asText().equals(path))
        .filter(entry -> moment(entry) >= since)
        .count();
  }

  private static long moment(JsonNode entry) {
    return Instant.parse(entry.path("time").asText()).getEpochSecond();
  }

  private static ObjectNode rate(long calls) {
    return Json.object().put("call_count", calls).put("refresh_second", 60);
  }
}
