package io.github.wxcard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxcard.config.TokenStore.Obtained;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTokenStoreTest {
  private static final String KEY = "wx1@https://api.weixin.qq.com";
  private static final String NAME = "access_token";

  @TempDir Path home;
  private Surroundings around;
  private final AtomicInteger fetches = new AtomicInteger();

  @BeforeEach
  void surround() {
    around = new Surroundings(home);
  }

  @ParameterizedTest
  @CsvSource({"7200,6899,true", "7200,6900,false", "300,224,true", "300,225,false"})
  void a_value_is_reused_until_shortly_before_it_expires(int lifetime, int age, boolean reused) {
    obtain(lifetime);
    around.advance(Duration.ofSeconds(age));

    assertThat(obtain(lifetime).cached()).isEqualTo(reused);
    assertThat(fetches).hasValue(reused ? 1 : 2);
  }

  @Test
  void a_clock_set_back_does_not_make_a_value_immortal() {
    obtain(7200);
    around.advance(Duration.ofDays(-1));

    assertThat(cache(KEY).get(NAME)).isEmpty();
  }

  @Test
  void an_entry_written_by_hand_needs_only_value_and_expiry() throws IOException {
    write("{\"value\":\"T\",\"expiresAt\":\"2026-11-23T10:00:00Z\"}");

    assertThat(cache(KEY).get(NAME).orElseThrow().value()).isEqualTo("T");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2200-01-01T00:00:00Z", "+1000000000-12-31T00:00:00Z"})
  void an_entry_written_by_hand_may_last_for_ever(String expiry) throws IOException {
    write("{\"value\":\"T\",\"expiresAt\":\"" + expiry + "\"}");

    assertThat(cache(KEY).get(NAME).orElseThrow().value()).isEqualTo("T");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "{}",
        "{\"value\":\"T\"}",
        "{\"value\":\"T\",\"expiresAt\":\"soon\"}",
        "{\"value\":\"T\",\"expiresAt\":9}"
      })
  void an_entry_that_cannot_be_understood_is_a_miss_and_one_warning(String entry)
      throws IOException {
    write(entry);
    FileTokenStore cache = cache(KEY);

    assertThat(cache.get(NAME)).isEmpty();
    assertThat(cache.get(NAME)).isEmpty();
    assertThat(around.notices).hasSize(1);
    assertThat(obtain(7200).cached()).isFalse();
    assertThat(obtain(7200).cached()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"gone\"", "[]", "{\"" + KEY + "\":7}"})
  void a_cache_that_is_no_object_is_a_miss_and_one_warning_and_is_written_anew(String broken)
      throws IOException {
    Files.createDirectories(around.file().path().getParent());
    Files.writeString(around.file().path(), "{\"cache\":" + broken + ",\"profiles\":{\"a\":{}}}");

    assertThat(obtain(7200).cached()).isFalse();
    assertThat(around.notices).hasSize(1);
    assertThat(obtain(7200).cached()).isTrue();
    assertThat(around.file().read().path("profiles").has("a")).isTrue();
  }

  @Test
  void a_file_that_cannot_be_read_or_locked_costs_other_processes_the_value_and_us_a_warning()
      throws IOException {
    Files.writeString(home.resolve(".config"), "in the folder's place");
    FileTokenStore cache = cache(KEY);

    assertThat(obtain(cache, 7200).value().value()).isEqualTo("token-1");
    assertThat(obtain(cache, 7200).value().value()).isEqualTo("token-1");
    assertThat(obtain(cache(KEY), 7200).value().value()).isEqualTo("token-2");
    assertThat(around.notices).hasSize(2);
  }

  @Test
  void a_broken_file_stops_before_anything_is_fetched() throws IOException {
    Files.createDirectories(around.file().path().getParent());
    Files.writeString(around.file().path(), "{");

    assertThat(catchThrowableOfType(Failure.class, () -> obtain(7200)).kind())
        .isEqualTo(FailureKind.CONFIG);
    assertThat(fetches).hasValue(0);
    assertThat(around.file().path()).hasContent("{");
  }

  @Test
  void another_host_does_not_see_the_token() {
    obtain(7200);

    assertThat(cache("wx1@http://127.0.0.1:8900").get(NAME)).isEmpty();
    assertThat(cache(KEY).get(NAME)).isPresent();
  }

  @Test
  void what_expired_in_a_sandbox_on_this_machine_is_cleared_away_and_nothing_else() {
    obtain(cache("wx1@http://127.0.0.1:8900#old"), 7200);
    obtain(cache("wx1@http://127.0.0.1:45678"), 7200);
    obtain(cache("wx2@https://api.weixin.qq.com"), 7200);
    around.advance(Duration.ofHours(3));
    obtain(7200);

    assertThat(around.file().read().path("cache").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("wx2@https://api.weixin.qq.com", KEY);
  }

  @Test
  void threads_that_come_together_cause_one_fetch() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    Callable<Obtained> one = () -> obtain(7200);
    List<Future<Obtained>> all = pool.invokeAll(Collections.nCopies(16, one));
    pool.shutdown();

    assertThat(all)
        .allSatisfy(each -> assertThat(each.get().value()).isEqualTo(all.get(0).get().value()));
    assertThat(fetches).hasValue(1);
  }

  @Test
  void fetching_a_ticket_may_fetch_a_token_on_the_way() {
    FileTokenStore cache = cache(KEY);

    cache.obtain(
        "wx_card_ticket",
        stored -> true,
        Duration.ofSeconds(5),
        () -> {
          obtain(cache, 7200);
          return FileTokenStore.fetched("ticket", "", around.instant(), 7200);
        });

    assertThat(cache.get(NAME)).isPresent();
    assertThat(cache.get("wx_card_ticket").orElseThrow().value()).isEqualTo("ticket");
  }

  @Test
  void a_lock_that_is_never_given_back_ends_in_a_failure() throws Exception {
    obtain(7200);
    Path lock = around.file().path().resolveSibling("config.json.lock");
    Process holder = LockHolder.start(lock);
    try {
      Failure failure =
          catchThrowableOfType(
              Failure.class,
              () ->
                  cache(KEY)
                      .obtain(NAME, stored -> false, Duration.ofMillis(50), () -> token(7200)));
      assertThat(failure.kind()).isEqualTo(FailureKind.NETWORK);
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(lockable(lock)).as("the lock died with its holder").isTrue();
  }

  private static boolean lockable(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      return lock != null;
    }
  }

  private void write(String entry) throws IOException {
    Files.createDirectories(around.file().path().getParent());
    String content = "{\"cache\":{\"%s\":{\"%s\":%s}}}".formatted(KEY, NAME, entry);
    Files.writeString(around.file().path(), content);
  }

  private FileTokenStore cache(String key) {
    return new FileTokenStore(around.file(), key, around.environment(), around.notices::add);
  }

  private Obtained obtain(int lifetime) {
    return obtain(cache(KEY), lifetime);
  }

  private Obtained obtain(FileTokenStore cache, int lifetime) {
    return cache.obtain(NAME, stored -> true, Duration.ofSeconds(5), () -> token(lifetime));
  }

  private CachedToken token(int lifetime) {
    String value = "token-" + fetches.incrementAndGet();
    return FileTokenStore.fetched(value, "stable", around.instant(), lifetime);
  }
}
