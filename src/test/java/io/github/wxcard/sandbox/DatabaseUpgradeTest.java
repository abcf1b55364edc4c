package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an earlier wxcard made opens, keeps what is in it, and works. */
final class DatabaseUpgradeTest {
  private static final String CODE = "123456789012";

  @TempDir Path folder;
  private Path db;

  @BeforeEach
  void aDatabaseOfTheFirstVersion() throws SQLException, IOException {
    db = folder.resolve("first.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(schema());
      statement.executeUpdate("PRAGMA application_id = " + 0x77786364);
      statement.executeUpdate("PRAGMA user_version = 1");
      statement.executeUpdate("INSERT INTO token VALUES ('old', 'classic', 1, 9e9, 9e9)");
      statement.executeUpdate("INSERT INTO person VALUES ('oA', 'a', 1)");
      statement.executeUpdate("INSERT INTO tester VALUES ('name', 'b')");
      statement.executeUpdate(
          "INSERT INTO card VALUES ('pOld', 'GROUPON', 'VERIFY_OK', '"
              + Definitions.json(Definitions.groupon()).at("/card/groupon")
              + "', 6, 7, 'WECHAT', 0, 3, 50, 1, 1)");
      statement.executeUpdate(
          "INSERT INTO qr_code VALUES ('gQ', 'link', '[{\"card_id\":\"pOld\"}]', 0, 0, 1, 9e9)");
      statement.executeUpdate(
          "INSERT INTO code VALUES ('"
              + CODE
              + "', 'pOld', 0, 'oA', 'NORMAL', 1, NULL, NULL, 'shop-1', 1, 1)");
    }
  }

  @Test
  void what_was_there_is_there_and_goes_on() {
    String instance;
    try (RawSandbox raw = RawSandbox.on(db, 1)) {
      instance = raw.sandbox.instance();
      JsonNode status = raw.get("/sandbox/status");
      assertThat(status.path("cards").asInt()).isEqualTo(1);
      assertThat(status.path("codes").asInt()).isEqualTo(1);
      assertThat(status.path("testers").asInt()).isEqualTo(1);
      assertThat(raw.get("/card/getcolors?access_token=old").path("errcode").asInt(-1)).isZero();

      JsonNode code = raw.done("/card/code/get", RawSandbox.body("code", CODE));
      assertThat(code.path("openid").asText()).isEqualTo("oA");
      assertThat(code.path("outer_str").asText()).isEqualTo("shop-1");
      raw.done("/card/code/consume", RawSandbox.body("code", CODE));
      assertThat(raw.scan("gQ", "b").path("errcode").asInt(-1)).isZero();
    }
    try (RawSandbox again = RawSandbox.on(db, 2)) {
      assertThat(again.sandbox.instance()).isEqualTo(instance);
      assertThat(again.errcode("/card/code/consume", RawSandbox.body("code", CODE)))
          .isEqualTo(40099);
      assertThat(stock(again)).isEqualTo(5);
    }
  }

  @Test
  void what_is_new_has_its_beginning() {
    try (RawSandbox raw = RawSandbox.on(db, 1)) {
      JsonNode card = raw.get("/sandbox/export").at("/tables/card/0");
      assertThat(card.path("first_stock").asInt()).isEqualTo(7);
      raw.done("/sandbox/faults", "{\"path\": \"/card/getcolors\", \"errcode\": -1}");
      assertThat(raw.errcode("/card/getcolors", "{}")).isEqualTo(-1);
      assertThat(raw.get("/sandbox/journal").path("entries")).isNotEmpty();
    }
  }

  private static int stock(RawSandbox raw) {
    return raw.done("/card/get", "{\"card_id\": \"pOld\"}")
        .at("/card/groupon/base_info/sku/quantity")
        .asInt();
  }

  private static String schema() throws IOException {
    try (InputStream in = Store.class.getResourceAsStream("schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
