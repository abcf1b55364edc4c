package io.github.wxcard.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One account's tokens and tickets in the config file, shared by every process that uses it. */
public final class FileTokenStore implements TokenStore {
  private final ConfigFile file;
  private final String key;
  private final Environment environment;
  private final Consumer<String> warnings;
  private final AtomicBoolean warned = new AtomicBoolean();
  private final Map<String, CachedToken> unkept = new HashMap<>();

  /**
   * @param key {@link ResolvedAccount#cacheKey}
   * @param warnings told once when tokens cannot be read or kept
   */
  public FileTokenStore(
      ConfigFile file, String key, Environment environment, Consumer<String> warnings) {
    this.file = file;
    this.key = key;
    this.environment = environment;
    this.warnings = warnings;
  }

  /** Who is told about tokens that cannot be read or kept. */
  public Consumer<String> warnings() {
    return warnings;
  }

  /** What is stored and still good, without asking anybody. */
  public Optional<CachedToken> get(String name) {
    return find(readable(), name);
  }

  @Override
  public Obtained obtain(
      String name,
      Predicate<CachedToken> acceptable,
      Duration timeout,
      Supplier<CachedToken> fetch) {
    // Most calls find a good value, and need no lock for it.
    return get(name)
        .filter(acceptable)
        .map(value -> new Obtained(value, true))
        .orElseGet(() -> locked(name, acceptable, timeout, fetch));
  }

  private Obtained locked(
      String name,
      Predicate<CachedToken> acceptable,
      Duration timeout,
      Supplier<CachedToken> fetch) {
    try {
      return file.holding(timeout, () -> storedOrFetched(name, acceptable, fetch));
    } catch (LockFile.Busy e) {
      throw Failure.of(
              FailureKind.NETWORK,
              "another wxcard process has been fetching the " + name + " for too long",
              "Run the command again, or allow it more time with --timeout.")
          .retryable(true);
    } catch (IOException e) {
      warn("cannot lock the config file, so tokens are not kept: " + IoErrorMessage.of(e));
      return unkept(name, acceptable, fetch);
    }
  }

  /** Where nothing can be locked, at least the threads of this process share what they fetch. */
  private synchronized Obtained unkept(
      String name, Predicate<CachedToken> acceptable, Supplier<CachedToken> fetch) {
    CachedToken known = unkept.get(name);
    if (known != null && known.fresh(environment.clock().instant()) && acceptable.test(known)) {
      return new Obtained(known, true);
    }
    CachedToken fetched = fetch.get();
    unkept.put(name, fetched);
    return new Obtained(fetched, false);
  }

  private Obtained storedOrFetched(
      String name, Predicate<CachedToken> acceptable, Supplier<CachedToken> fetch) {
    Optional<CachedToken> stored = find(readable(), name).filter(acceptable);
    if (stored.isPresent()) {
      return new Obtained(stored.get(), true);
    }
    CachedToken fetched = fetch.get();
    store(name, fetched);
    return new Obtained(fetched, false);
  }

  private void store(String name, CachedToken fetched) {
    try {
      ObjectNode tree = file.read();
      CacheSection cache = CacheSection.of(tree);
      cache.prune(environment.clock().instant());
      cache.account(key).set(name, fetched.json());
      file.write(tree);
    } catch (Failure e) {
      warn("tokens are not kept: " + e.getMessage());
    }
  }

  private Optional<CachedToken> find(ObjectNode tree, String name) {
    JsonNode cache = tree.path("cache");
    JsonNode entry = cache.path(key).path(name);
    if (entry.isMissingNode() && objectOrAbsent(cache) && objectOrAbsent(cache.path(key))) {
      return Optional.empty();
    }
    try {
      CachedToken value = CachedToken.read(entry);
      return Optional.of(value).filter(found -> found.fresh(environment.clock().instant()));
    } catch (DateTimeException | IllegalArgumentException e) {
      warn(
          "the cached "
              + name
              + " in "
              + file.path()
              + " cannot be understood; it is fetched again");
      return Optional.empty();
    }
  }

  private static boolean objectOrAbsent(JsonNode node) {
    return node.isObject() || node.isMissingNode();
  }

  /** A file that cannot be read is a cache without entries; one that is broken is a failure. */
  private ObjectNode readable() {
    try {
      return file.load().orElseGet(Json::object);
    } catch (IOException e) {
      warn(file.leftAside(e));
      return Json.object();
    }
  }

  private void warn(String text) {
    if (warned.compareAndSet(false, true)) {
      warnings.accept("warning: " + text);
    }
  }

  /** When a value fetched now with this lifetime runs out. */
  public static CachedToken fetched(String value, String kind, Instant now, long expiresIn) {
    return new CachedToken(value, kind, now, now.plusSeconds(expiresIn));
  }
}
