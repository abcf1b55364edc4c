package io.github.wxcard.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The {@code cache} member of the config file: what the program writes by itself. */
final class CacheSection {
  private final ObjectNode cache;

  private CacheSection(ObjectNode cache) {
    this.cache = cache;
  }

  /** The member, put in place where it is absent or no object. */
  static CacheSection of(ObjectNode tree) {
    return new CacheSection(member(tree, "cache"));
  }

  ObjectNode account(String key) {
    return member(cache, key);
  }

  void forget(String key) {
    cache.remove(key);
  }

  /**
   * Built-in sandboxes come and go with their databases, and those beside a command with its run:
   * what has expired there is of no use.
   */
  void prune(Instant now) {
    cache
        .properties()
        .removeIf(
            entry -> isTemporary(entry.getKey(), entry.getValue()) && past(entry.getValue(), now));
  }

  /** A list of testers that somebody has set on this machine is no token, and stays. */
  private static boolean isTemporary(String key, JsonNode account) {
    return key.contains("#") || (key.contains("@http://127.0.0.1:") && !account.has("whitelist"));
  }

  private static boolean past(JsonNode account, Instant now) {
    for (JsonNode entry : account) {
      if (entry.has("expiresAt") && !expired(entry, now)) {
        return false;
      }
    }
    return true;
  }

  private static boolean expired(JsonNode entry, Instant now) {
    try {
      return Instant.parse(entry.path("expiresAt").asText()).isBefore(now);
    } catch (DateTimeParseException e) {
      return true;
    }
  }

  private static ObjectNode member(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode present ? present : parent.putObject(name);
  }
}
