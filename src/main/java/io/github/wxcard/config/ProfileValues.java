package io.github.wxcard.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The values of the profiles one at a time, as their owner reads and changes them. */
public final class ProfileValues {
  private static final String HIDDEN = "***";

  private final ConfigFile file;

  public ProfileValues(ConfigFile file) {
    this.file = file;
  }

  /** What stands there, as anybody may see it; a failure when there is no such profile. */
  public Optional<String> shown(String profile, ConfigKey key) {
    ObjectNode tree = file.read();
    Profiles.named(tree, profile);
    return text(entry(tree, profile), key).map(value -> shown(key, value));
  }

  /** All that is set in a profile, as anybody may see it, in the order of {@link ConfigKey}. */
  public Map<ConfigKey, String> shown(String profile) {
    ObjectNode entry = entry(file.read(), profile);
    Map<ConfigKey, String> values = new LinkedHashMap<>();
    for (ConfigKey key : ConfigKey.values()) {
      if (key.isOfProfile()) {
        text(entry, key).ifPresent(value -> values.put(key, shown(key, value)));
      }
    }
    return values;
  }

  /** A value as anybody may see it. */
  public static String shown(ConfigKey key, String value) {
    if (key == ConfigKey.TOKEN_STORE) {
      return TokenStoreAddress.shown(value);
    }
    return key.isSecret() ? HIDDEN : value;
  }

  /** Writes a value down; makes the profile when there is none of that name. */
  public void set(String profile, ConfigKey key, String value) {
    file.update(
        tree -> {
          check(tree, profile, key, value);
          ObjectNode holder = member(member(tree, "profiles"), profile);
          for (String step : key.parents()) {
            holder = member(holder, step);
          }
          holder.put(key.lastName(), value);
        });
  }

  /** A failure of kind input unless {@link #set} would take the value. */
  public void check(String profile, ConfigKey key, String value) {
    check(file.read(), profile, key, value);
  }

  /**
   * Takes a value out.
   *
   * @return whether there was one
   */
  public boolean unset(String profile, ConfigKey key) {
    AtomicBoolean there = new AtomicBoolean();
    file.update(
        tree -> {
          Profiles.check(tree, profile);
          there.set(remove(entry(tree, profile), key.steps()));
        });
    return there.get();
  }

  /** An object that is left without a member goes as well. */
  private static boolean remove(ObjectNode holder, List<String> steps) {
    String step = steps.get(0);
    if (steps.size() == 1) {
      return holder.remove(step) != null;
    }
    boolean removed =
        holder.get(step) instanceof ObjectNode below
            && remove(below, steps.subList(1, steps.size()));
    if (removed && holder.get(step).isEmpty()) {
      holder.remove(step);
    }
    return removed;
  }

  private static void check(ObjectNode tree, String profile, ConfigKey key, String value) {
    try {
      if (key == ConfigKey.TOKEN_STORE) {
        TokenStoreAddress.parse(value, "profile " + profile);
      } else if (key == ConfigKey.API_BASE || key == ConfigKey.MP_BASE) {
        BaseAddress.parse(value, key.path(), mayBeInTheClear(entry(tree, profile)));
      }
    } catch (Failure wrong) {
      throw wrong.as(FailureKind.INPUT, wrong.getMessage());
    }
  }

  /** As long as neither contradicts: the account may be set after its address. */
  private static boolean mayBeInTheClear(ObjectNode entry) {
    ResolvedAccount sandbox = ResolvedAccount.sandbox("");
    return text(entry, ConfigKey.APP_ID).filter(id -> !id.equals(sandbox.appId())).isEmpty()
        && text(entry, ConfigKey.SECRET).filter(one -> !one.equals(sandbox.secret())).isEmpty();
  }

  private static ObjectNode entry(ObjectNode tree, String profile) {
    return tree.path("profiles").get(profile) instanceof ObjectNode entry
        ? entry
        : tree.objectNode();
  }

  private static Optional<String> text(ObjectNode entry, ConfigKey key) {
    JsonNode value = entry;
    for (String step : key.steps()) {
      value = value.path(step);
    }
    return Optional.ofNullable(value.textValue());
  }

  /** What somebody wrote there instead of an object is not overwritten. */
  private static ObjectNode member(ObjectNode parent, String name) {
    JsonNode there = parent.get(name);
    if (there == null || there.isNull()) {
      return parent.putObject(name);
    }
    if (there instanceof ObjectNode object) {
      return object;
    }
    throw Failure.of(
        FailureKind.CONFIG,
        "in the config file, \"" + name + "\" is not an object",
        "Correct it by hand; it was left as it is.");
  }
}
