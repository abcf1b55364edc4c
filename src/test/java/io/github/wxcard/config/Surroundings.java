package io.github.wxcard.config;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An environment that a test arranges: a home of its own, variables, and a clock to set forward.
 */
public final class Surroundings extends Clock {
  private final Path home;
  private final Map<String, String> variables = new HashMap<>();
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");

  /** What the program would have told the person. */
  public final List<String> notices = new ArrayList<>();

  public Surroundings(Path home) {
    this.home = home;
    variables.put("HOME", home.toString());
  }

  public Surroundings set(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public void advance(Duration time) {
    now = now.plus(time);
  }

  public Environment environment() {
    return new Environment(Map.copyOf(variables), home, this, new Random(1));
  }

  public ConfigFile file() {
    Environment environment = environment();
    return new ConfigFile(ConfigFile.defaultPath(environment), environment);
  }

  public Settings settings() {
    return settings(null, false);
  }

  public Settings settings(String profile, boolean sandbox) {
    AccountSelection choices =
        new AccountSelection(Optional.ofNullable(profile), sandbox, Optional.empty());
    return new Settings(environment(), choices, notices::add);
  }

  /** A profile of an account that does not exist, on {@code apiBase}. */
  public static Profile profile(String name, String appId, String apiBase) {
    return new Profile(
        name,
        Optional.of(appId),
        Optional.of("secret-of-" + appId),
        Optional.ofNullable(apiBase),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
