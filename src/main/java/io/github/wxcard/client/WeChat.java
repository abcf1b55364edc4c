package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.redis.RedisTokenStore;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.FileTokenStore;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.TokenStore;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WeChat's card API for one account. Calls return what the API answered or throw a {@link Failure};
 * tokens are fetched, kept and renewed on the way. Safe for use by several threads.
 */
public final class WeChat implements AutoCloseable {
  private final ResolvedAccount target;
  private final ApiClient api;
  private final Optional<RedisTokenStore> shared;
  private final Runnable onClose;

  /**
   * A request that a dry run did not send, secrets masked.
   *
   * @param body empty for GET, a description in words for uploads
   */
  public record RecordedRequest(String method, String url, Optional<JsonNode> body) {}

  /**
   * How a host answered when it was asked for anything at all.
   *
   * @param date what the host thinks the time is
   */
  public record ProbeResult(Duration took, Optional<Instant> date) {}

  private WeChat(
      ResolvedAccount target, ApiClient api, Optional<RedisTokenStore> shared, Runnable onClose) {
    this.target = target;
    this.api = api;
    this.shared = shared;
    this.onClose = onClose;
  }

  /** Opens nothing yet: the first call connects. */
  public static WeChat open(
      ResolvedAccount target,
      FileTokenStore cache,
      Environment environment,
      ClientOptions options) {
    TransportPool own = new TransportPool(environment);
    return open(target, cache, environment, options, own, own::close);
  }

  /** One client of several: the connections are the caller's, who closes them. */
  public static WeChat open(
      ResolvedAccount target,
      FileTokenStore cache,
      Environment environment,
      ClientOptions options,
      TransportPool shared) {
    return open(target, cache, environment, options, shared, () -> {});
  }

  private static WeChat open(
      ResolvedAccount target,
      FileTokenStore cache,
      Environment environment,
      ClientOptions options,
      TransportPool transports,
      Runnable onClose) {
    Optional<RedisTokenStore> shared = sharedTokens(target, cache, environment);
    TokenStore store = shared.isPresent() ? shared.get() : cache;
    ApiClient api = new ApiClient(target, store, environment, options, transports);
    return new WeChat(target, api, shared, onClose);
  }

  /** Nothing of Redis is loaded where no store is named. */
  private static Optional<RedisTokenStore> sharedTokens(
      ResolvedAccount target, FileTokenStore cache, Environment environment) {
    if (target.tokenStore().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RedisTokenStore(
            target, cache, environment, () -> TlsContext.of(environment), cache.warnings()));
  }

  /** The account and host it talks to. */
  public ResolvedAccount target() {
    return target;
  }

  /**
   * {@code GET path?query} with the token; the answer without {@code errcode} checks left to do.
   */
  public JsonNode get(String path, Map<String, String> query) {
    return api.call(ApiCall.get(path, query));
  }

  /** {@code POST path} with the token and a JSON body. */
  public JsonNode post(String path, JsonNode body, Idempotency idempotency) {
    return api.call(ApiCall.post(path, body, idempotency));
  }

  /**
   * {@code POST path} with the token and a JSON body, never sent twice.
   *
   * @param howToLook what a person can do to find out whether it was carried out, when the answer
   *     was lost
   */
  public JsonNode postOnce(String path, JsonNode body, String howToLook) {
    return api.call(ApiCall.post(path, body, Idempotency.NOT_IDEMPOTENT).look(howToLook));
  }

  /** {@code POST path?query} with the token and one file in a form. */
  public JsonNode upload(
      String path, Map<String, String> query, String field, String fileName, byte[] content) {
    RequestPayload form = RequestPayload.file(field, fileName, content);
    return api.call(ApiCall.post(path, form, Idempotency.IDEMPOTENT).with(query));
  }

  /** {@code POST /card/get}: the answer's {@code card} object. */
  public JsonNode card(String cardId) {
    JsonNode body = Json.object().put("card_id", cardId);
    return post("/card/get", body, Idempotency.IDEMPOTENT).path("card");
  }

  /**
   * {@code POST /card/delete}: QR codes stop working, codes in users' hands stay good. Never sent
   * twice, because a second answer would speak of a card that is gone.
   */
  public void deleteCard(String cardId) {
    postOnce(
        "/card/delete",
        Json.object().put("card_id", cardId),
        "The card may be deleted. Look before you repeat: `wxcard card get " + cardId + "`.");
  }

  /** A member's text; stray blanks, which WeChat sends, are dropped. */
  public static String text(JsonNode answer, String name) {
    return answer.path(name).asText("").strip();
  }

  /** Calls of any kind, as somebody wrote them. */
  public RawCalls raw() {
    return new RawCalls(api);
  }

  /** Access tokens, and tickets to sign with. */
  public Tokens tokens() {
    return api.tokens();
  }

  /** The store that several machines share, when the target has one. */
  public Optional<RedisTokenStore> sharedTokens() {
    return shared;
  }

  /** Codes: looking up and redeeming. */
  public Codes codes() {
    return new Codes(api);
  }

  /** Codes imported for WeChat to hand out. */
  public Deposits deposits() {
    return new Deposits(api);
  }

  /** The user's side of a sandbox; a {@link Failure} on any other host. */
  public SandboxApi sandbox() {
    return new SandboxApi(api, target);
  }

  /** Asks the host for anything at all, without a token, to see whether and when it answers. */
  public ProbeResult probe() {
    return api.probe();
  }

  /** The requests a dry run would have sent, in order. */
  public List<RecordedRequest> recorded() {
    return api.recorded();
  }

  /** Lets go of its own connections and threads, so that the process can end at once. */
  @Override
  public void close() {
    onClose.run();
  }
}
