package io.github.wxcard.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person writes into the config file, by the names in the file. */
public enum ConfigKey {
  CURRENT("current", false),
  APP_ID("appId", false),
  SECRET("secret", true),
  API_BASE("apiBase", false),
  MP_BASE("mpBase", false),
  TOKEN_STORE("tokenStore", false),
  CALLBACK_TOKEN("callback.token", true),
  CALLBACK_AES_KEY("callback.encodingAesKey", true);

  private static final String PROFILES = "profiles.";

  private final String path;
  private final boolean secret;

  ConfigKey(String path, boolean secret) {
    this.path = path;
    this.secret = secret;
  }

  /** A key and, where the text names it, the profile it is in. */
  public record Named(Optional<String> profile, ConfigKey key) {}

  /** In the file, below the profile: the names of nested objects with dots between them. */
  public String path() {
    return path;
  }

  /** Whether nobody may see the value; that of a tokenStore is shown without its password. */
  public boolean isSecret() {
    return secret;
  }

  /** Whether it stands in each profile. */
  public boolean isOfProfile() {
    return this != CURRENT;
  }

  /** The names of {@link #path} in their order. */
  List<String> steps() {
    return List.of(path.split("\\."));
  }

  /** The objects that the value is in, the outer one first. */
  List<String> parents() {
    return steps().subList(0, steps().size() - 1);
  }

  /** Without the objects it is in. */
  public String lastName() {
    return steps().get(steps().size() - 1);
  }

  /**
   * Reads {@code secret}, {@code callback.token}, {@code /callback/token}, {@code
   * profiles.shop.appId}.
   */
  public static Optional<Named> read(String text) {
    String dotted = text.replaceFirst("^/", "").replace('/', '.');
    Optional<Named> plain =
        Arrays.stream(values())
            .filter(key -> key.path.equals(dotted))
            .findFirst()
            .map(key -> new Named(Optional.empty(), key));
    return plain.isPresent() || !dotted.startsWith(PROFILES) ? plain : inProfile(dotted);
  }

  /** A profile's name may have dots of its own. */
  private static Optional<Named> inProfile(String dotted) {
    String rest = dotted.substring(PROFILES.length());
    return Arrays.stream(values())
        .filter(key -> key.isOfProfile() && rest.endsWith("." + key.path))
        .findFirst()
        .map(
            key -> {
              String profile = rest.substring(0, rest.length() - key.path.length() - 1);
              return new Named(Optional.of(profile), key);
            });
  }

  /** All names, in the order of the file. */
  public static List<String> paths() {
    return Arrays.stream(values()).map(ConfigKey::path).toList();
  }
}
