package io.github.wxcard.config;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What surrounds a run: environment variables, the folder it was started in, time and chance.
 *
 * @param random a source fit for nonces and temporary names
 */
public record Environment(
    Map<String, String> variables, Path workingFolder, Clock clock, RandomGenerator random) {

  /** A variable's value; an empty one counts as not set. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** {@code $XDG_CONFIG_HOME} or the like, else the folder below {@code $HOME}. */
  public Path folder(String xdgVariable, String belowHome) {
    return variable(xdgVariable).map(Path::of).orElseGet(() -> home().resolve(belowHome));
  }

  /** {@code $HOME}, which Java's {@code user.home} ignores. */
  public Path home() {
    return Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
  }

  /** A path as the person typed it, seen from the folder they stand in. */
  public Path resolve(String path) {
    return workingFolder.resolve(path);
  }
}
