package io.github.wxcard.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a disk or another process does to the database passes, and until then reading goes on. */
@Timeout(60)
final class StoreTroubleTest {
  private static final String LARGE = "x".repeat(20_000);

  @TempDir Path folder;
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private Path file;
  private StrainedStore strained;
  private Store store;

  @BeforeEach
  void open() {
    file = folder.resolve("sandbox.db");
    strained = new StrainedStore(file, Duration.ofMillis(300));
    store = strained.store;
    store.onTrouble(notices::add);
    put("kept", "before");
  }

  @AfterEach
  void close() {
    strained.close();
  }

  @Test
  void a_full_disk_fails_changes_with_its_cause_and_is_over_when_there_is_room() {
    strained.fill();

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> put("large", LARGE))
          .isInstanceOfSatisfying(
              StoreException.class,
              trouble -> assertThat(trouble.reason()).contains("no room", "SQLITE_FULL"));
      assertThat(get("kept")).isEqualTo("before");
    }
    strained.makeRoom();
    put("large", LARGE);

    assertThat(get("large")).isEqualTo(LARGE);
    assertThat(notices).hasSize(2);
    assertThat(notices.get(0)).startsWith(file + ": there is no room left").contains("-1");
    assertThat(notices.get(1)).isEqualTo(file + ": changes are written again.");
  }

  @Test
  void a_change_of_nothing_does_not_pass_for_an_end_of_the_trouble() {
    strained.fill();
    assertThatThrownBy(() -> put("large", LARGE)).isInstanceOf(StoreException.class);

    store.write(tx -> tx.settings().find("kept"));
    assertThatThrownBy(() -> put("large", LARGE)).isInstanceOf(StoreException.class);

    assertThat(notices).hasSize(1);
  }

  @Test
  void of_jobs_done_together_only_those_fail_that_have_no_room() {
    strained.fill();
    Gathered gathered = new Gathered();

    CompletableFuture<String> read = gathered.add(false, tx -> tx.settings().find("kept").get());
    CompletableFuture<String> large = gathered.add(true, tx -> set(tx, "large", LARGE));
    CompletableFuture<String> small = gathered.add(true, tx -> set(tx, "kept", "after!"));
    gathered.begin();

    assertThat(read.join()).isEqualTo("before");
    assertThatThrownBy(large::join).isInstanceOf(CompletionException.class);
    assertThat(small.join()).isEqualTo("after!");
    assertThat(get("kept")).isEqualTo("after!");
  }

  @Test
  void a_database_that_may_not_be_written_to_is_read_and_written_again_later() {
    strained.forbidWriting(true);

    assertThatThrownBy(() -> put("kept", "after"))
        .isInstanceOfSatisfying(
            StoreException.class,
            trouble -> assertThat(trouble.reason()).contains("read-only", "SQLITE_READONLY"));
    assertThat(get("kept")).isEqualTo("before");
    strained.forbidWriting(false);
    put("kept", "after");

    assertThat(get("kept")).isEqualTo("after");
    assertThat(notices).hasSize(2);
  }

  @Test
  void while_another_process_holds_the_database_changes_wait_and_then_fail_and_reads_go_on()
      throws SQLException {
    try (Connection other = holder()) {
      CompletableFuture<String> late = submit(true, tx -> set(tx, "kept", "after"));
      assertThat(submit(false, tx -> tx.settings().find("kept").get()).join()).isEqualTo("before");
      assertThat(late).isNotDone();
      assertThatThrownBy(late::join)
          .hasCauseInstanceOf(StoreException.class)
          .hasMessageContaining("SQLITE_BUSY");
      assertThatThrownBy(() -> put("kept", "after"))
          .isInstanceOfSatisfying(
              StoreException.class,
              trouble -> assertThat(trouble.reason()).contains("another process holds"));
      assertThat(get("kept")).isEqualTo("before");
      other.createStatement().execute("ROLLBACK");
    }
    put("kept", "after");

    assertThat(get("kept")).isEqualTo("after");
    assertThat(notices).hasSize(2);
  }

  @Test
  void a_change_that_waits_is_done_as_soon_as_the_other_process_lets_go() throws SQLException {
    try (StrainedStore waiting = new StrainedStore(file, Duration.ofSeconds(50));
        Connection other = holder()) {
      CompletableFuture<String> late = new CompletableFuture<>();
      waiting.store.submit(
          true, tx -> set(tx, "kept", "after"), (done, trouble) -> late.complete(done));
      assertThat(waiting.store.<String>read(tx -> tx.settings().find("kept").get()))
          .isEqualTo("before");
      other.createStatement().execute("ROLLBACK");

      assertThat(late.join()).isEqualTo("after");
      assertThat(get("kept")).isEqualTo("after");
    }
  }

  @Test
  void an_attempt_does_not_wait_for_the_other_process() throws SQLException {
    try (StrainedStore waiting = new StrainedStore(file, Duration.ofDays(1));
        Connection other = holder()) {
      CompletableFuture<Throwable> told = new CompletableFuture<>();
      waiting.store.attempt(
          tx -> set(tx, "kept", "after"), (done, trouble) -> told.complete(trouble));

      assertThat(told.join()).isInstanceOf(StoreException.class);
      assertThat(other.isClosed()).isFalse();
    }
  }

  private Connection holder() throws SQLException {
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
    other.createStatement().execute("BEGIN EXCLUSIVE");
    return other;
  }

  private void put(String name, String value) {
    store.write(tx -> set(tx, name, value));
  }

  private String get(String name) {
    return store.read(tx -> tx.settings().find(name).orElse(null));
  }

  private static String set(Transaction tx, String name, String value) {
    tx.settings().set(name, value);
    return value;
  }

  private CompletableFuture<String> submit(boolean changes, Function<Transaction, String> work) {
    CompletableFuture<String> end = new CompletableFuture<>();
    store.submit(
        changes,
        work,
        (done, trouble) -> {
          if (trouble == null) {
            end.complete(done);
          } else {
            end.completeExceptionally(trouble);
          }
        });
    return end;
  }

  /** Jobs that come while the store is at another one, so that they are one batch. */
  private final class Gathered {
    private final CountDownLatch all = new CountDownLatch(1);

    Gathered() {
      var unused =
          submit(
              false,
              tx -> {
                try {
                  all.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return "";
              });
    }

    CompletableFuture<String> add(boolean changes, Function<Transaction, String> work) {
      return submit(changes, work);
    }

    void begin() {
      all.countDown();
    }
  }
}
