package io.github.wxcard.client.redis;

import io.github.wxcard.config.CachedToken;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.TokenStore;
import io.github.wxcard.config.TokenStoreAddress;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * One account's tokens and tickets in Redis, shared by every machine that names it. When Redis
 * cannot be used, the person is told once and the machine's own store takes over.
 */
public final class RedisTokenStore implements TokenStore {
  private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(8);
  private static final Duration SHORTEST_EXCHANGE = Duration.ofMillis(200);

  private final TokenStoreAddress address;
  private final RedisKeys keys;
  private final TokenStore own;
  private final Environment environment;
  private final Supplier<SSLContext> trust;
  private final Consumer<String> warnings;
  private boolean down;
  private boolean doubted;

  /**
   * @param own the machine's own store
   * @param trust whose certificates are believed; asked for TLS only
   * @param warnings told once when Redis cannot be used
   */
  public RedisTokenStore(
      ResolvedAccount target,
      TokenStore own,
      Environment environment,
      Supplier<SSLContext> trust,
      Consumer<String> warnings) {
    this.address = target.tokenStore().orElseThrow();
    this.keys = RedisKeys.of(target, environment);
    this.own = own;
    this.environment = environment;
    this.trust = trust;
    this.warnings = warnings;
  }

  /** One at a time in this process, so that its threads do not wait for each other at Redis. */
  @Override
  public synchronized Obtained obtain(
      String name,
      Predicate<CachedToken> acceptable,
      Duration timeout,
      Supplier<CachedToken> fetch) {
    long start = System.nanoTime();
    if (!down) {
      try (RedisConnection connection = RedisConnection.open(address, trust, exchange(timeout))) {
        Duration left = timeout.minusNanos(System.nanoTime() - start);
        return shared(connection, name, acceptable, left, fetch);
      } catch (RedisException e) {
        giveUp(e);
      }
    }
    Duration left = timeout.minusNanos(System.nanoTime() - start);
    return own.obtain(name, acceptable, left.isNegative() ? Duration.ZERO : left, fetch);
  }

  private Obtained shared(
      RedisConnection connection,
      String name,
      Predicate<CachedToken> acceptable,
      Duration timeout,
      Supplier<CachedToken> fetch)
      throws RedisException {
    AtomicReference<String> seen = new AtomicReference<>("");
    RedisLock.Look<CachedToken> look =
        () -> {
          seen.set(connection.get(keys.value(name)).orElse(""));
          return understood(name, seen.get()).filter(acceptable);
        };
    RedisLock lock = new RedisLock(connection, environment.random(), keys.lock(name));
    Optional<CachedToken> found = look.now();
    if (found.isEmpty()) {
      found = lock.await(timeout, look);
    }
    return found.isPresent()
        ? new Obtained(found.get(), true)
        : fetched(lock, name, seen.get(), timeout, fetch);
  }

  private Obtained fetched(
      RedisLock lock, String name, String seen, Duration timeout, Supplier<CachedToken> fetch) {
    CachedToken value;
    try {
      value = fetch.get();
    } catch (RuntimeException | Error e) {
      lock.giveUp();
      throw e;
    }
    Duration lifetime = Duration.between(now(), value.expiresAt());
    try {
      if (lifetime.toMillis() > 0) {
        lock.publish(keys.value(name), seen, Json.write(value.json()), lifetime);
      } else {
        lock.giveUp();
      }
      return new Obtained(value, false);
    } catch (RedisException e) {
      giveUp(e);
      return own.obtain(name, stored -> false, timeout, () -> value);
    }
  }

  private Optional<CachedToken> understood(String name, String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(CachedToken.read(Json.read(text))).filter(it -> it.fresh(now()));
    } catch (IOException | RuntimeException e) {
      if (!doubted) {
        doubted = true;
        warnings.accept(
            "warning: the "
                + name
                + " at token store "
                + address.place()
                + " cannot be understood; it is fetched again");
      }
      return Optional.empty();
    }
  }

  /** Forgets the account's tokens and tickets for every machine; the person is told if it fails. */
  public void forget() {
    try (RedisConnection connection = RedisConnection.open(address, trust, LONGEST_EXCHANGE)) {
      for (String name : List.of("access_token", "wx_card_ticket", "jsapi_ticket")) {
        connection.delete(keys.value(name));
      }
    } catch (RedisException e) {
      warnings.accept(
          "warning: the tokens at token store "
              + address.place()
              + " are not forgotten: "
              + e.getMessage()
              + ". They lapse by themselves within two hours.");
    }
  }

  /**
   * How long Redis takes to connect and answer.
   *
   * @throws Failure when it does not
   */
  public Duration probe() {
    long start = System.nanoTime();
    try (RedisConnection connection = RedisConnection.open(address, trust, LONGEST_EXCHANGE)) {
      connection.ping();
      return Duration.ofNanos(System.nanoTime() - start);
    } catch (RedisException e) {
      throw Failure.of(FailureKind.NETWORK, address.place() + ": " + e.getMessage(), e.fix());
    }
  }

  private void giveUp(RedisException e) {
    if (!down) {
      down = true;
      warnings.accept(
          "warning: token store "
              + address.place()
              + " cannot be used: "
              + e.getMessage()
              + ". Tokens are kept in this machine's config file meanwhile. "
              + e.fix());
    }
  }

  /** However slow Redis is, most of a command's time is left for its work. */
  private static Duration exchange(Duration timeout) {
    Duration third = timeout.dividedBy(3);
    Duration shorter = third.compareTo(LONGEST_EXCHANGE) < 0 ? third : LONGEST_EXCHANGE;
    return shorter.compareTo(SHORTEST_EXCHANGE) < 0 ? SHORTEST_EXCHANGE : shorter;
  }

  private Instant now() {
    return environment.clock().instant();
  }
}
