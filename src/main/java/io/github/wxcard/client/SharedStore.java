package io.github.wxcard.client;

import io.github.wxcard.client.redis.SharedTokens;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Target;
import io.github.wxcard.config.TokenCache;
import java.util.Optional;

/** The token store that machines share, loaded only where a profile names one. */
final class SharedStore {
  private SharedStore() {}

  static Optional<SharedTokens> of(Target target, TokenCache cache, Environment environment) {
    if (target.tokenStore().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SharedTokens(
            target, cache, environment, () -> TlsContext.of(environment), cache.warnings()));
  }
}
