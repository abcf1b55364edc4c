package io.github.wxcard.sandbox.service.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.service.base.SandboxAccount;
import io.github.wxcard.sandbox.store.TokenTable.Token;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;

/** Access tokens: who may call, and for how long. */
public final class TokenService {
  private static final String CLASSIC = "classic";
  private static final String STABLE = "stable";
  private static final String GRANT_TYPE = "client_credential";

  private static final long LIFETIME = 7200;

  /** How long an old token and the one in its place both work. */
  private static final long OVERLAP = 300;

  private static final long BETWEEN_FORCED = 30;

  private static final CallQuota FORCED = CallQuota.daily("stable_token_forced", 20);

  private static final String FORCED_AT = "stable_token_forced_at";
  private static final long KEPT_AFTER_END = 86_400;

  private final IdGenerator ids;

  public TokenService(IdGenerator ids) {
    this.ids = ids;
  }

  /** Refuses a call whose access token is absent, unknown, replaced or past its end. */
  public static void check(Transaction tx, CallInput input) {
    String value =
        input
            .query("access_token")
            .orElseThrow(() -> new ApiException(41001, "the address has no access_token"));
    Token token =
        tx.tokens()
            .find(value)
            .orElseThrow(() -> new ApiException(40014, "the access_token is not from here"));
    if (tx.now() >= token.usable()) {
      throw tx.now() >= token.expires()
          ? new ApiException(42001, "the access_token is past its end")
          : new ApiException(40001, "a newer token took the place of this one");
    }
  }

  /** {@code GET /cgi-bin/token}: always a new token. */
  public ObjectNode classic(Transaction tx, CallInput input) {
    checkGrant(input.query("grant_type"));
    checkAccount(input.query("appid"), input.query("secret"), "secret");
    tx.tokens().endBy(CLASSIC, tx.now() + OVERLAP);
    return answer(tx, issue(tx, CLASSIC));
  }

  /**
   * {@code POST /cgi-bin/stable_token}: the same token until it is old, or a new one by force.
   * Force that comes too soon or too often counts as an ordinary call.
   */
  public ObjectNode stable(Transaction tx, CallInput input) {
    checkGrant(input.text("grant_type"));
    checkAccount(input.text("appid"), input.text("secret"), "secret");
    boolean forced = input.flag("force_refresh", false);
    Optional<Token> living = tx.tokens().newest(STABLE).filter(token -> tx.now() < token.usable());
    if (living.isEmpty()) {
      return answer(tx, issue(tx, STABLE));
    }
    Token current = living.get();
    if (forced && mayForce(tx)) {
      tx.tokens().endBy(STABLE, tx.now());
      return answer(tx, issue(tx, STABLE));
    }
    if (current.expires() - tx.now() <= OVERLAP) {
      tx.tokens().endAt(current.value(), tx.now() + OVERLAP);
      return answer(tx, issue(tx, STABLE));
    }
    return answer(tx, current);
  }

  private static boolean mayForce(Transaction tx) {
    long last = tx.settings().find(FORCED_AT).map(Long::parseLong).orElse(0L);
    if (tx.now() - last < BETWEEN_FORCED || !FORCED.take(tx)) {
      return false;
    }
    tx.settings().set(FORCED_AT, Long.toString(tx.now()));
    return true;
  }

  private static void checkGrant(Optional<String> grantType) {
    if (!grantType.equals(Optional.of(GRANT_TYPE))) {
      throw new ApiException(40002, "grant_type is not " + GRANT_TYPE);
    }
  }

  /**
   * Refuses anybody but the account.
   *
   * @param secretName what the call names the secret
   */
  static void checkAccount(Optional<String> appId, Optional<String> secret, String secretName) {
    checkAppId(appId);
    String word = secret.orElseThrow(() -> new ApiException(41004, secretName + " is missing"));
    if (!isShapedAsSecret(word)) {
      throw new ApiException(40125, secretName + " is not made of 32 hexadecimal digits");
    }
    if (!word.equals(SandboxAccount.SECRET)) {
      throw new ApiException(40001, secretName + " is not this account's");
    }
  }

  /** Refuses an AppID that is not the account's. */
  static void checkAppId(Optional<String> appId) {
    String id = appId.orElseThrow(() -> new ApiException(41002, "appid is missing"));
    if (!id.equals(SandboxAccount.APP_ID)) {
      throw new ApiException(40013, "appid is not " + SandboxAccount.APP_ID);
    }
  }

  private static boolean isShapedAsSecret(String word) {
    return word.length() == SandboxAccount.SECRET.length()
        && word.chars().allMatch(letter -> Character.digit(letter, 16) >= 0);
  }

  private Token issue(Transaction tx, String family) {
    tx.tokens().forgetBefore(tx.now() - KEPT_AFTER_END);
    long end = tx.now() + LIFETIME;
    Token token = new Token(ids.token(), family, tx.now(), end, end);
    tx.tokens().add(token);
    return token;
  }

  private static ObjectNode answer(Transaction tx, Token token) {
    ObjectNode answer = Json.object();
    answer.put("access_token", token.value());
    answer.put("expires_in", token.expires() - tx.now());
    return answer;
  }
}
