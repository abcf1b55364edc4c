package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Settings;
import io.github.wxcard.error.Failure;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Whether a text holds a secret, token or ticket from the config file or the environment. */
public record KnownSecrets(Supplier<Settings> settings, Environment environment)
    implements Predicate<String> {
  /** Names that hold secrets wherever they stand in the file. */
  private static final Set<String> KEYS = Set.of("secret", "value", "token", "encodingAesKey");

  private static final int SHORTEST = 4;

  @Override
  public boolean test(String line) {
    if (environment.variable("WXCARD_SECRET").filter(line::contains).isPresent()) {
      return true;
    }
    try {
      return holds(line, settings.get().file().read());
    } catch (Failure unreadable) {
      return false;
    }
  }

  private static boolean holds(String line, JsonNode tree) {
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      JsonNode value = member.getValue();
      String text = value.asText();
      boolean secret = KEYS.contains(member.getKey()) && text.length() >= SHORTEST;
      if (value.isContainerNode() ? holds(line, value) : secret && line.contains(text)) {
        return true;
      }
    }
    return false;
  }
}
