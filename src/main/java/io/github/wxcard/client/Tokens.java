package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.config.CachedToken;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.TokenStore.Obtained;
import io.github.wxcard.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Access tokens: {@code POST /cgi-bin/stable_token}, which leaves tokens that others hold alone,
 * and {@code GET /cgi-bin/token} on demand. Tickets that signatures are made with: {@code GET
 * /cgi-bin/ticket/getticket}.
 */
public final class Tokens {
  static final String TICKET_PATH = "/cgi-bin/ticket/getticket";
  private static final String NAME = "access_token";
  private static final String STABLE = "stable";
  private static final String CLASSIC = "classic";
  private static final String HOW_TO_LOOK =
      "The token may have been replaced; `wxcard token --refresh` fetches the valid one.";

  private final ApiClient api;
  private final ResolvedAccount target;
  private volatile CachedToken memory;

  /**
   * An access token or a ticket.
   *
   * @param kind {@code stable} or {@code classic}, after the call it came from; empty for tickets
   * @param cached whether it was stored already
   */
  public record Token(String value, String kind, Instant expiresAt, boolean cached) {
    /** Without the value. */
    @Override
    public String toString() {
      return "Token[" + kind + " until " + expiresAt + "]";
    }
  }

  Tokens(ApiClient api, ResolvedAccount target) {
    this.api = api;
    this.target = target;
  }

  /** The stored token while it is good, else a new stable one. */
  public Token current() {
    return obtain(stored -> true, () -> stable(false));
  }

  /** Asks again, without ending anybody's token. */
  public Token refresh() {
    return obtain(stored -> false, () -> stable(false));
  }

  /** Asks whether AppID and secret are good for a token, without ending or keeping anybody's. */
  public void checkSecret() {
    stable(false);
  }

  /** A new stable token; the one before ends at once, for everybody. */
  public Token forceRefresh() {
    return obtain(stored -> false, () -> stable(true));
  }

  /** A new token of the older kind; the classic one before ends within minutes, for everybody. */
  public Token classic() {
    return obtain(stored -> false, this::fromClassicCall);
  }

  /** The card ticket ({@code type=wx_card}), from the cache while it is good. */
  public Token cardTicket() {
    return ticket("wx_card_ticket", "wx_card");
  }

  /** The page-config ticket ({@code type=jsapi}), from the cache while it is good. */
  public Token jsapiTicket() {
    return ticket("jsapi_ticket", "jsapi");
  }

  private Token ticket(String cacheName, String type) {
    Obtained obtained =
        api.stored(
            cacheName,
            stored -> true,
            () -> fetch(ApiCall.get(TICKET_PATH, Map.of("type", type)), "ticket", ""));
    CachedToken value = obtained.value();
    return new Token(value.value(), "", value.expiresAt(), obtained.cached());
  }

  /** What a call puts into its query. */
  String value() {
    CachedToken remembered = memory;
    boolean good = remembered != null && remembered.fresh(api.now());
    return good ? remembered.value() : current().value();
  }

  /** Replaces a token that was refused, unless another thread or process has done so already. */
  void renew(String refused) {
    CachedToken remembered = memory;
    if (remembered == null || remembered.value().equals(refused)) {
      obtain(stored -> !stored.value().equals(refused), () -> stable(false));
    }
  }

  private Token obtain(Predicate<CachedToken> acceptable, Supplier<CachedToken> fetch) {
    Obtained obtained = api.stored(NAME, acceptable, fetch);
    CachedToken value = obtained.value();
    memory = value;
    String kind = value.kind().isEmpty() ? STABLE : value.kind();
    return new Token(value.value(), kind, value.expiresAt(), obtained.cached());
  }

  private CachedToken stable(boolean force) {
    ObjectNode body = Json.object();
    body.put("grant_type", "client_credential");
    body.put("appid", target.appId());
    body.put("secret", target.secret());
    body.put("force_refresh", force);
    Idempotency idempotency = force ? Idempotency.NOT_IDEMPOTENT : Idempotency.IDEMPOTENT;
    ApiCall call = ApiCall.post("/cgi-bin/stable_token", body, idempotency).anonymous();
    return fetch(force ? call.look(HOW_TO_LOOK) : call, NAME, STABLE);
  }

  private CachedToken fromClassicCall() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("grant_type", "client_credential");
    query.put("appid", target.appId());
    query.put("secret", target.secret());
    return fetch(ApiCall.get("/cgi-bin/token", query).anonymous(), NAME, CLASSIC);
  }

  private CachedToken fetch(ApiCall call, String member, String kind) {
    JsonNode answer = api.call(call);
    return api.fetched(WeChat.text(answer, member), kind, answer.path("expires_in").asLong());
  }
}
