package io.github.wxcard.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.config.AccountSelection;
import io.github.wxcard.config.ConfigFile;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Settings;
import io.github.wxcard.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A config file that somebody has edited by hand, in every use of it. */
final class ConfigTarget implements FuzzTarget {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-01T04:00:00Z"), ZoneOffset.UTC);

  /** Writing indents each value by its depth, which may well be more than ten times the input. */
  private static final int MOST_WRITTEN = 64 << 10;

  private final Path path;
  private final Environment environment;

  ConfigTarget() throws IOException {
    Path folder = Files.createTempDirectory("wxcard-fuzz");
    path = folder.resolve("config.json");
    environment = new Environment(Map.of("HOME", folder.toString()), folder, CLOCK, new Random(1));
  }

  /** Takes the file away again. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path.resolveSibling("config.json.lock"));
    Files.deleteIfExists(path);
    Files.deleteIfExists(path.getParent());
  }

  @Override
  public int times() {
    return 8;
  }

  @Override
  public void take(byte[] input) throws IOException {
    Files.write(path, input);
    attempt(this::use);
    ConfigFile file = new ConfigFile(path, environment);
    if (input.length <= MOST_WRITTEN) {
      attempt(() -> file.update(tree -> tree.put("current", "another")));
    }
    byte[] after = Files.readAllBytes(path);
    if (!Arrays.equals(after, input) && !current(file).equals("another")) {
      throw new AssertionError("it was overwritten, and not by what was meant");
    }
  }

  private void use() {
    Settings settings =
        new Settings(
            environment,
            new AccountSelection(Optional.empty(), false, Optional.of(path)),
            notice -> {});
    attempt(() -> settings.profiles().all().forEach(ConfigTarget::useOne));
    attempt(settings.profiles()::current);
    ResolvedAccount target = settings.target();
    attempt(() -> settings.tokens(target).get("access_token"));
    attempt(() -> settings.callback(target));
  }

  private static void useOne(Profile profile) {
    if (profile.appId().isPresent() && profile.secret().isPresent()) {
      attempt(profile::target);
    }
  }

  private static String current(ConfigFile file) {
    ObjectNode tree = file.read();
    return tree.path("current").asText();
  }

  private static void attempt(Runnable use) {
    try {
      use.run();
    } catch (Failure told) {
      Helpful.check(told);
    }
  }
}
