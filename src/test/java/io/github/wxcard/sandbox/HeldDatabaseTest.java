package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process that holds the database keeps nobody from looking. */
@Timeout(60)
final class HeldDatabaseTest {
  /** Less than what a change waits for. */
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  @TempDir Path folder;

  @Test
  void looking_goes_on_beside_a_change_that_waits() throws SQLException {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox raw = RawSandbox.on(db, 1);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + db)) {
      String card = raw.create(Definitions.groupon());
      String ticket = raw.ticket(card);
      other.createStatement().execute("BEGIN EXCLUSIVE");
      CompletableFuture<String> late =
          CompletableFuture.supplyAsync(() -> raw.create(Definitions.groupon()));
      long begun = System.nanoTime();

      assertThat(raw.done("/card/get", RawSandbox.body("card_id", card)).has("card")).isTrue();
      assertThat(raw.get("/sandbox/status").path("cards").asInt()).isEqualTo(1);
      assertThat(raw.get("/sandbox/journal").path("errcode").asInt(-1)).isZero();
      assertThat(raw.send("/cgi-bin/showqrcode?ticket=" + RawSandbox.encode(ticket), b -> b.GET()))
          .returns(200, answer -> answer.statusCode());
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
      assertThat(late).isNotDone();
      other.createStatement().execute("ROLLBACK");

      assertThat(late.join()).startsWith("p");
      assertThat(raw.get("/sandbox/status").path("cards").asInt()).isEqualTo(2);
      assertThat(raw.get("/sandbox/journal").toString()).contains("/card/create", "/card/get");
    }
  }
}
