package io.github.wxcard.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.CredentialFlaw;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A token or ticket with its lifetime.
 *
 * @param kind how a token was asked for, {@code stable} or {@code classic}; empty for tickets
 * @param fetchedAt tells the whole lifetime, on which the margin before expiry depends
 */
public record CachedToken(String value, String kind, Instant fetchedAt, Instant expiresAt) {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Four times the margin; dividing takes long for what every call asks. */
  private static final Duration LONG_LIVED = Duration.ofMinutes(20);

  /** Whether it may still be handed out: not in its last minutes, nor under a clock set back. */
  public boolean fresh(Instant now) {
    return now.isBefore(reusableUntil()) && !now.isBefore(fetchedAt.minus(MARGIN));
  }

  /** Five minutes before expiry, but never more than a quarter of the lifetime before it. */
  private Instant reusableUntil() {
    Duration lifetime = Duration.between(fetchedAt, expiresAt);
    return expiresAt.minus(lifetime.compareTo(LONG_LIVED) < 0 ? lifetime.dividedBy(4) : MARGIN);
  }

  /**
   * What {@link #json} wrote, or somebody by hand.
   *
   * @throws RuntimeException when it cannot be understood
   */
  public static CachedToken read(JsonNode entry) {
    String value = entry.path("value").asText();
    if (value.isEmpty() || CredentialFlaw.in(value).isPresent()) {
      throw new IllegalArgumentException("an entry without a usable value");
    }
    Instant expiresAt = Instant.parse(entry.path("expiresAt").asText());
    Instant fetchedAt =
        entry.has("fetchedAt") ? Instant.parse(entry.path("fetchedAt").asText()) : Instant.EPOCH;
    return new CachedToken(value, entry.path("kind").asText(), fetchedAt, expiresAt);
  }

  /** As it is stored. */
  public ObjectNode json() {
    ObjectNode entry = Json.object().put("value", value);
    if (!kind.isEmpty()) {
      entry.put("kind", kind);
    }
    return entry
        .put("fetchedAt", fetchedAt.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("expiresAt", expiresAt.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Without the value: it opens the account. */
  @Override
  public String toString() {
    return "CachedToken[" + kind + " until " + expiresAt + "]";
  }
}
