package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Settings;
import io.github.wxcard.config.TokenStoreAddress;
import io.github.wxcard.error.Failure;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The secrets, tokens and tickets in the config file and the environment. */
public record KnownSecrets(Supplier<Settings> settings, Environment environment)
    implements Predicate<String> {
  /** Names that hold secrets wherever they stand in the file. */
  private static final Set<String> KEYS = Set.of("secret", "value", "token", "encodingAesKey");

  private static final String STARS = "***";
  private static final int SHORTEST = 4;

  /** Whether a text holds one of them. */
  @Override
  public boolean test(String line) {
    return values().stream().anyMatch(line::contains);
  }

  /** All of them, as far as the file can be read. */
  public Set<String> values() {
    Set<String> values = new HashSet<>();
    environment.variable("WXCARD_SECRET").ifPresent(values::add);
    try {
      collect(settings.get().file().read(), values);
    } catch (Failure unreadable) {
      return values;
    }
    return values;
  }

  /**
   * A text with stars in place of every one of them.
   *
   * @param others more that may not be seen
   */
  public String masked(String text, String... others) {
    Set<String> secrets = values();
    for (String other : others) {
      if (other.length() >= SHORTEST) {
        secrets.add(other);
      }
    }
    // The longest first: one secret may be the beginning of another.
    return secrets.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .reduce(text, (masked, secret) -> masked.replace(secret, STARS));
  }

  private static void collect(JsonNode tree, Set<String> values) {
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      JsonNode value = member.getValue();
      if (value.isContainerNode()) {
        collect(value, values);
      } else if (member.getKey().equals("tokenStore")) {
        values.addAll(TokenStoreAddress.secrets(value.asText()));
      } else if (KEYS.contains(member.getKey()) && value.asText().length() >= SHORTEST) {
        values.add(value.asText());
      }
    }
  }
}
