package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.packaged.Reply;
import io.github.wxcard.packaged.Served;
import io.github.wxcard.packaged.Till;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** People who claim cards and redeem them, and remember what the sandbox has answered. */
final class Customers implements AutoCloseable {
  private static final int COUNT = 4;
  private static final int KILLED = 128 + 9;

  private final Path home;
  private final Path db;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
  private final Set<String> redeemedBefore = new HashSet<>();
  private final Till till;
  private Served served;

  Customers(Path home) throws IOException {
    this.home = home;
    db = home.resolve("sandbox.db");
    served = Served.on(db, home);
    till = new Till(served);
  }

  int redeemed() {
    return redeemed.size();
  }

  /** Lets them redeem that many and a moment longer, then kills the sandbox under their hands. */
  void redeemUntilKilled(int count, int nanos) throws Exception {
    redeemedBefore.clear();
    redeemedBefore.addAll(redeemed);
    CountDownLatch enough = new CountDownLatch(count);
    List<Future<?>> customers = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      customers.add(threads.submit(() -> redeemOn(enough)));
    }
    enough.await();
    LockSupport.parkNanos(nanos);
    assertThat(served.process().destroyForcibly().waitFor()).isEqualTo(KILLED);
    for (Future<?> each : customers) {
      each.get();
    }
  }

  private void redeemOn(CountDownLatch enough) {
    for (Reply claim = till.claim(); claim.isWhole(); claim = till.claim()) {
      String code = claim.json().path("code").asText();
      claimed.add(code);
      Reply answer = till.redeem(code);
      if (!answer.isWhole()) {
        return;
      }
      assertThat(answer.json().path("errcode").asInt(-1)).isZero();
      redeemed.add(code);
      enough.countDown();
    }
  }

  /** What is on disk is sound, and holds all that was answered. */
  void checkTheFile() throws SQLException {
    assertThat(column("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(column("SELECT code FROM code")).containsAll(claimed);
    assertThat(column("SELECT code FROM code WHERE status = 'CONSUMED'")).containsAll(redeemed);
  }

  void restart() throws IOException {
    served.close();
    served = Served.on(db, home);
    till.askInstead(served);
  }

  /** The sandbox itself says so too, of those that were redeemed last. */
  void checkTheServer() {
    assertThat(redeemed)
        .filteredOn(code -> !redeemedBefore.contains(code))
        .allSatisfy(
            code -> assertThat(till.redeem(code).json().path("errcode").asInt()).isEqualTo(40099));
  }

  private Set<String> column(String sql) throws SQLException {
    Set<String> values = new HashSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() {
    served.close();
    threads.shutdownNow();
  }
}
