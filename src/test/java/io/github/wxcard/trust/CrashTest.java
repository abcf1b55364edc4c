package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.config.ConfigFile;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at moments that nobody has chosen. */
@Timeout(1800)
final class CrashTest {
  private static final int ALL = 200;
  private static final int SAMPLE = 10;
  private static final int LONGEST_PAUSE_NANOS = 4_000_000;

  /** More than one round, so that whoever waits for a lock that was left does not get by. */
  private static final int WRITES_AFTER_A_KILL = 2 * Writers.COUNT;

  private static final String SECRET = "c0ffee00c0ffee00c0ffee00c0ffee00";

  private static final int TESTS = 2;

  private static int passed;
  private static int kills;
  private static long writes;
  private static long redeems;

  @TempDir Path folder;

  @AfterAll
  static void tell() throws IOException {
    Trial.tell(
        "crash.txt",
        "crash: %d of %d kills (seed %d): ".formatted(kills, 2 * ALL, Trial.seed())
            + (passed == TESTS
                ? "config parsed each time, 0 of %d acknowledged writes and 0 of %d acknowledged redeems lost, no lock left"
                    .formatted(writes, redeems)
                : "something was lost, as the tests' report tells"));
  }

  @Test
  void the_config_is_whole_whichever_writer_is_killed() throws Exception {
    Path path = folder.resolve("config.json");
    ConfigFile file =
        new ConfigFile(path, new Environment(Map.of(), folder, Clock.systemUTC(), new Random()));
    new Profiles(file).save(profile());
    Random random = Trial.random("config");
    try (Writers writers = new Writers(path, random)) {
      for (int kill = 0; kill < count(); kill++) {
        writers.awaitWrites(random.nextInt(20));
        LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
        Map<String, Long> said = said(writers);
        writers.killOne();
        kills++;
        check(file.read(), said);
        writers.awaitWrites(WRITES_AFTER_A_KILL);
        writers.replace();
      }
      Map<String, Long> said = said(writers);
      writers.killAll();
      check(file.read(), said);
      writes = writers.total();
    }
    new Profiles(file).use(Writers.KEPT);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("config.json", "config.json.lock");
    }
    passed++;
  }

  @Test
  void what_a_sandbox_has_answered_holds_whenever_it_is_killed() throws Exception {
    Random random = Trial.random("sandbox");
    try (Customers customers = new Customers(folder)) {
      for (int kill = 0; kill < count(); kill++) {
        customers.redeemUntilKilled(random.nextInt(60), random.nextInt(LONGEST_PAUSE_NANOS));
        kills++;
        customers.checkTheFile();
        customers.restart();
        customers.checkTheServer();
      }
      redeems = customers.redeemed();
    }
    passed++;
  }

  private static int count() {
    return Trial.full() ? ALL : SAMPLE;
  }

  private static Profile profile() {
    Optional<String> usual = Optional.empty();
    return new Profile(
        Writers.KEPT, Optional.of("wx5a4db0c0000c0de1"), Optional.of(SECRET), usual, usual, usual);
  }

  private static Map<String, Long> said(Writers writers) {
    Map<String, Long> said = new HashMap<>();
    for (String name : Writers.names()) {
      said.put("token " + name, writers.done(name, "token"));
      said.put("profile " + name, writers.done(name, "profile"));
    }
    return said;
  }

  /** The secret is there, and every write that was said to be done, unless a later one is. */
  private static void check(ObjectNode config, Map<String, Long> said) {
    JsonNode profiles = config.path("profiles");
    assertThat(profiles.path(Writers.KEPT).path("secret").asText()).isEqualTo(SECRET);
    for (String name : Writers.names()) {
      String token = config.path("cache").path(name).path("access_token").path("value").asText();
      String appId = profiles.path(name).path("appId").asText();
      assertThat(number(token)).as(name).isGreaterThanOrEqualTo(said.get("token " + name));
      assertThat(number(appId)).as(name).isGreaterThanOrEqualTo(said.get("profile " + name));
    }
  }

  private static long number(String text) {
    String digits = text.replaceFirst("^(writer-\\d+-|wx)", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
