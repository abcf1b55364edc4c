package io.github.wxcard.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.WebAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An account as it is written down; what is absent falls back to a default or is missing. */
public record Profile(
    String name,
    Optional<String> appId,
    Optional<String> secret,
    Optional<String> apiBase,
    Optional<String> mpBase,
    Optional<String> tokenStore) {

  static Profile read(String name, JsonNode entry) {
    if (!entry.isObject()) {
      throw wrong("/profiles/" + name, "is not an object");
    }
    return new Profile(
        name,
        text(name, entry, "appId"),
        text(name, entry, "secret"),
        text(name, entry, "apiBase"),
        text(name, entry, "mpBase"),
        text(name, entry, "tokenStore"));
  }

  /** The account as it would be used, with nothing from elsewhere. */
  public ResolvedAccount target() {
    String written = "profile " + name;
    boolean knownToAll = ResolvedAccount.isKnownToAll(appId.orElse(""), secret.orElse(""));
    URI api =
        BaseAddress.parse(apiBase.orElse(BaseAddress.WECHAT_API.toString()), written, knownToAll);
    Map<String, String> origins = new LinkedHashMap<>();
    for (String setting : new String[] {"profile", "appId", "secret", "apiBase", "mpBase"}) {
      origins.put(setting, written);
    }
    return new ResolvedAccount(
        name,
        false,
        appId.orElseThrow(),
        secret.orElseThrow(),
        api,
        mpBase
            .map(base -> BaseAddress.parse(base, written, knownToAll))
            .orElseGet(() -> BaseAddress.mp(api)),
        ResolvedAccount.cacheKey(appId.orElseThrow(), api),
        tokenStore.map(text -> TokenStoreAddress.parse(text, written)),
        origins);
  }

  /** {@code tokenStore} as anybody may see it. */
  public Optional<String> maskedTokenStore() {
    return tokenStore.map(TokenStoreAddress::shown);
  }

  /** The part of the cache that holds this account's tokens. */
  String cacheKey() {
    String base = apiBase.orElse(BaseAddress.WECHAT_API.toString());
    return appId.orElse("") + "@" + WebAddress.withoutSlash(base);
  }

  private static Optional<String> text(String profile, JsonNode entry, String key) {
    JsonNode value = entry.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong("/profiles/" + profile + "/" + key, "is not a text");
    }
    return Optional.of(value.textValue());
  }

  private static Failure wrong(String pointer, String why) {
    return Failure.of(
        FailureKind.CONFIG,
        "in the config file, " + pointer + " " + why,
        "Correct it by hand, or write the profile again with `wxcard login`.");
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Profile[" + name + " " + cacheKey() + "]";
  }
}
