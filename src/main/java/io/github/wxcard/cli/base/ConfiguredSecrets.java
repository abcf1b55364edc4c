package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Settings;
import io.github.wxcard.config.TokenStoreAddress;
import io.github.wxcard.error.Failure;
import io.github.wxcard.text.SecretMask;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The secrets, tokens and tickets in the config file and the environment. */
public record ConfiguredSecrets(Supplier<Settings> settings, Environment environment)
    implements Predicate<String> {
  /** Names that hold secrets wherever they stand in the file. */
  private static final Set<String> KEYS = Set.of("secret", "value", "token", "encodingAesKey");

  /** Whether a text holds one of them. */
  @Override
  public boolean test(String line) {
    return mask().finds(line);
  }

  /** Hides all of them, as far as the file can be read now. */
  public SecretMask mask() {
    return new SecretMask(values());
  }

  public Set<String> values() {
    Set<String> values = environment.secrets();
    try {
      collect(settings.get().file().read(), values);
    } catch (Failure unreadable) {
      return values;
    }
    return values;
  }

  private static void collect(JsonNode tree, Set<String> values) {
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      JsonNode value = member.getValue();
      if (value.isContainerNode()) {
        collect(value, values);
      } else if (member.getKey().equals("tokenStore")) {
        values.addAll(TokenStoreAddress.secrets(value.asText()));
      } else if (KEYS.contains(member.getKey())) {
        values.add(value.asText());
      }
    }
  }
}
