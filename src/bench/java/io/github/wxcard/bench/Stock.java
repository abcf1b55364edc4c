package io.github.wxcard.bench;

import io.github.wxcard.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Codes in people's hands, written straight into a database that is being served. */
final class Stock {
  static final String APP_ID = "wx5a4db0c0000c0de1";
  static final String SECRET = "0123456789abcdef0123456789abcdef";
  static final String CARD_ID = "p5a4DbBench";

  private static final long FIRST_CODE = 100_000_000_000L;

  private final Path db;
  private int filled;
  private int taken;

  Stock(Path db) {
    this.db = db;
  }

  /**
   * Adds a card that may be handed out, unless it is there.
   *
   * @param codeSource where its codes come from, as the sandbox names it
   */
  void addCard(String cardId, String codeSource) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT OR IGNORE INTO card (id, type, status, definition, quantity,"
                    + " total_quantity, code_source, bind_openid, get_limit, use_limit, created,"
                    + " updated) VALUES (?, 'GROUPON', 'VERIFY_OK', '{}', 1, 1, ?, 0, 50, 50, 0,"
                    + " 0)")) {
      insert.setString(1, cardId);
      insert.setString(2, codeSource);
      insert.executeUpdate();
    }
  }

  /** Adds codes, each in a hand of its own. */
  void add(int codes) throws SQLException {
    addCard(CARD_ID, "WECHAT");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db)) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO code (code, card_id, merchant, openid, status, begin_time, end_time,"
                  + " claimed, changed) VALUES (?, '"
                  + CARD_ID
                  + "', 0, ?, 'NORMAL', 0, 9999999999, 0, 0)")) {
        for (int i = filled; i < filled + codes; i++) {
          insert.setString(1, code(i));
          insert.setString(2, "o5a4DbBench" + i);
          insert.addBatch();
          if (i % 10_000 == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
    }
    filled += codes;
  }

  /** The first of so many codes that nobody has asked for yet; the others follow it. */
  int take(int codes) {
    int first = taken;
    taken += codes;
    return first;
  }

  int size() {
    return filled;
  }

  static String code(int number) {
    return Long.toString(FIRST_CODE + number);
  }

  /** An access token of the sandbox on this port. */
  static String token(int port) throws IOException, InterruptedException {
    String query = "grant_type=client_credential&appid=" + APP_ID + "&secret=" + SECRET;
    URI address = URI.create("http://127.0.0.1:" + port + "/cgi-bin/token?" + query);
    String answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
            .body();
    return Json.read(answer).path("access_token").asText();
  }
}
