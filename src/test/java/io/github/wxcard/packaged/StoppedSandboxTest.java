package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a sandbox has begun it ends, when its process is told to stop. */
@Timeout(120)
final class StoppedSandboxTest {
  private static final int CALLERS = 4;
  private static final int MOST_PER_LIFE = 60;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Path db;
  private Served served;
  private Till till;

  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final Set<String> redeemed = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void open() throws IOException {
    db = folder.resolve("sandbox.db");
    served = Served.on(db, folder);
    till = new Till(served);
  }

  @AfterEach
  void close() {
    served.close();
    threads.shutdownNow();
  }

  @Test
  void nobody_gets_half_an_answer_from_a_sandbox_that_is_told_to_stop() throws Exception {
    redeemAndAt(MOST_PER_LIFE, served.process::destroy);

    assertThat(served.process.waitFor()).isZero();
    assertThat(replies).isNotEmpty().allMatch(reply -> reply.isWhole() || reply.isNothing());
    assertThat(answer("SELECT count(*) FROM code WHERE status = 'CONSUMED'"))
        .isEqualTo(Integer.toString(redeemed.size()));
  }

  @Test
  void what_is_in_flight_when_it_is_told_to_stop_is_answered() throws Exception {
    List<String> codes =
        Stream.generate(till::claim).limit(8).map(StoppedSandboxTest::code).toList();
    served.done(
        "/sandbox/faults", "{\"path\": \"/card/code/consume\", \"delay_ms\": 1500, \"rate\": 1}");
    List<Future<Reply>> answers = new ArrayList<>();
    for (String code : codes) {
      answers.add(threads.submit(() -> till.redeem(code)));
    }
    for (String code : codes) {
      await().atMost(60, TimeUnit.SECONDS).until(() -> till.status(code).equals("CONSUMED"));
    }

    served.process.destroy();

    for (Future<Reply> answer : answers) {
      assertThat(errcode(answer.get())).isZero();
    }
    assertThat(served.process.waitFor()).isZero();
  }

  /** Callers claim and redeem until nobody answers; at a number of answers something happens. */
  private void redeemAndAt(int count, Runnable then) throws Exception {
    Callable<Void> caller =
        () -> {
          for (Reply claim = claim(); claim.isWhole(); claim = claim()) {
            String code = code(claim);
            Reply answer = till.redeem(code);
            replies.add(answer);
            if (!answer.isWhole()) {
              break;
            }
            assertThat(errcode(answer)).isZero();
            redeemed.add(code);
            if (redeemed.size() >= count) {
              then.run();
            }
          }
          return null;
        };
    List<Future<Void>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(threads.submit(caller));
    }
    for (Future<Void> each : callers) {
      each.get();
    }
  }

  private Reply claim() {
    Reply claim = till.claim();
    replies.add(claim);
    return claim;
  }

  private static String code(Reply claim) {
    return claim.json().path("code").asText();
  }

  private static int errcode(Reply reply) {
    return reply.json().path("errcode").asInt(-1);
  }

  private String answer(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.getString(1);
    }
  }
}
