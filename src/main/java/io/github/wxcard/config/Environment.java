package io.github.wxcard.config;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What surrounds a run: environment variables, the folder it was started in, time and chance.
 *
 * @param random a source fit for nonces and temporary names
 */
public record Environment(
    Map<String, String> variables, Path workingFolder, Clock clock, RandomGenerator random) {

  private static final List<String> VALUES =
      List.of(
          "WXCARD_SECRET",
          "WXCARD_SANDBOX_TOKEN",
          "WXCARD_CALLBACK_TOKEN",
          "WXCARD_ENCODING_AES_KEY");

  private static final List<String> ADDRESSES =
      List.of("WXCARD_TOKEN_STORE", "HTTPS_PROXY", "https_proxy");

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

  /** The secrets that variables hold, those inside addresses among them. */
  public Set<String> secrets() {
    Set<String> secrets = new HashSet<>();
    for (String name : VALUES) {
      secrets.add(variable(name).orElse(""));
    }
    for (String name : ADDRESSES) {
      String address = variable(name).orElse("");
      if (address.indexOf('@') >= 0) {
        secrets.addAll(
            TokenStoreAddress.secrets(address.contains("://") ? address : "http://" + address));
      }
    }
    secrets.remove("");
    return secrets;
  }
}
