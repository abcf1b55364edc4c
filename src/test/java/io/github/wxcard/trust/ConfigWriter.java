package io.github.wxcard.trust;

import io.github.wxcard.config.CachedToken;
import io.github.wxcard.config.ConfigFile;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.FileTokenStore;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.Profiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that keeps tokens and changes profiles without end, numbers what it writes, and prints
 * each number when the write is done. It ends when its input does.
 */
final class ConfigWriter {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int LONGEST_PAUSE_NANOS = 4_000_000;

  private final ConfigFile file;
  private final FileTokenStore tokens;
  private final String name;

  private ConfigWriter(Path path, String name) {
    Environment environment =
        new Environment(Map.of(), path.getParent(), Clock.systemUTC(), new Random());
    this.name = name;
    file = new ConfigFile(path, environment);
    tokens =
        new FileTokenStore(
            file,
            name,
            environment,
            warning -> {
              throw new IllegalStateException(warning);
            });
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    endWithTheInput();
    ConfigWriter writer = new ConfigWriter(Path.of(args[0]), args[1]);
    Random random = new Random(Long.parseLong(args[2]));
    PrintStream out = System.out;
    for (long number = Long.parseLong(args[3]); ; number++) {
      if (random.nextBoolean()) {
        writer.keepToken(number);
        out.println("token " + number);
      } else {
        writer.changeProfile(number);
        out.println("profile " + number);
      }
      LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
    }
  }

  private void keepToken(long number) {
    Instant now = Instant.now();
    tokens.obtain(
        "access_token",
        known -> false,
        TIMEOUT,
        () -> new CachedToken(name + "-" + number, "stable", now, now.plusSeconds(7200)));
  }

  private void changeProfile(long number) {
    Profiles profiles = new Profiles(file);
    profiles.save(
        new Profile(
            name,
            Optional.of("wx" + number),
            Optional.of("secret of " + name),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    profiles.use(Writers.KEPT);
  }

  private static void endWithTheInput() {
    Thread listener =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (IOException e) {
                // As good as its end.
              }
              Runtime.getRuntime().halt(0);
            });
    listener.setDaemon(true);
    listener.start();
  }
}
