package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxTest {
  @TempDir Path folder;

  @Test
  void status_tells_whose_sandbox_it_is() {
    try (RawSandbox raw = RawSandbox.inMemory()) {
      JsonNode status = raw.get("/sandbox/status");

      assertThat(status.path("errcode").asInt(-1)).isZero();
      assertThat(status.path("appid").asText()).isEqualTo("wx5a4db0c0000c0de1");
      assertThat(status.path("db").asText()).isEqualTo(":memory:");
      assertThat(status.path("instance").asText()).isEqualTo(raw.sandbox.instance()).isNotEmpty();
    }
  }

  @Test
  void state_in_a_file_outlives_the_sandbox() {
    Path db = folder.resolve("deep/down/卡.db");
    String instance;
    try (RawSandbox raw = RawSandbox.on(db, 1)) {
      instance = raw.sandbox.instance();
    }
    try (RawSandbox raw = RawSandbox.on(db, 2)) {
      assertThat(raw.sandbox.instance()).isEqualTo(instance);
      raw.post("/sandbox/reset", "{}");
      assertThat(raw.sandbox.instance()).isNotEqualTo(instance);
    }
  }

  @Test
  void a_file_that_is_no_database_is_a_matter_of_configuration() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "x".repeat(5000));

    refusesToOpen(file, "cannot open");
    assertThat(file).hasContent("x".repeat(5000));
  }

  @Test
  void a_folder_in_the_place_of_the_file_is_a_matter_of_configuration() {
    refusesToOpen(folder, "cannot open");
  }

  @Test
  void a_file_in_the_place_of_a_folder_is_a_matter_of_configuration() throws IOException {
    Path file = Files.createFile(folder.resolve("occupied"));

    refusesToOpen(file.resolve("sandbox.db"), "cannot make the folder");
  }

  @Test
  void another_programs_database_is_left_alone() throws SQLException {
    Path file = folder.resolve("theirs.db");
    change(file, "CREATE TABLE theirs (x)");

    refusesToOpen(file, "database of another program");
  }

  @Test
  void a_newer_sandboxs_database_is_left_alone() throws SQLException {
    Path file = folder.resolve("newer.db");
    RawSandbox.on(file, 1).close();
    change(file, "PRAGMA user_version = 999");

    refusesToOpen(file, "newer wxcard");
  }

  @Test
  void a_taken_port_is_a_matter_of_configuration() {
    try (RawSandbox raw = RawSandbox.inMemory()) {
      assertThatThrownBy(() -> Sandbox.start(options(raw.sandbox.base().getPort(), null)))
          .hasMessageContaining("cannot listen on 127.0.0.1:")
          .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
          .returns(FailureKind.CONFIG, Failure::kind);
    }
  }

  private static void refusesToOpen(Path db, String message) {
    assertThatThrownBy(() -> Sandbox.start(options(0, db)))
        .hasMessageContaining(message)
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .returns(FailureKind.CONFIG, Failure::kind);
  }

  private static SandboxOptions options(int port, Path db) {
    return new SandboxOptions(
        "127.0.0.1",
        port,
        Optional.ofNullable(db),
        Optional.empty(),
        Clock.systemUTC(),
        new Random(1));
  }

  private static void change(Path db, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db)) {
      connection.createStatement().execute(sql);
    }
  }
}
