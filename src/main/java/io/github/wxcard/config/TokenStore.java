package io.github.wxcard.config;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Where one account's tokens and tickets are kept, so that they need not be fetched each time. */
@FunctionalInterface
public interface TokenStore {
  /**
   * The stored value when it is good and the caller accepts it, else a fetched one. Whoever comes
   * at the same time waits for the first one's fetch and takes its value.
   *
   * @param name {@code access_token} or a ticket's name
   * @param acceptable refuses the value that has just failed, for example
   * @param timeout how long another one may take to fetch before this one gives up
   */
  Obtained obtain(
      String name,
      Predicate<CachedToken> acceptable,
      Duration timeout,
      Supplier<CachedToken> fetch);

  /**
   * A value and whether it was there already.
   *
   * @param cached false when it was fetched for this call
   */
  record Obtained(CachedToken value, boolean cached) {}
}
