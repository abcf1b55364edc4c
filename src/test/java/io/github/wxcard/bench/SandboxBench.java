package io.github.wxcard.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The served sandbox beside WireMock standalone with a stub for the same answer: start, memory, and
 * codes redeemed a second. Arguments: the launcher, WireMock's jar, a folder to work in.
 */
public final class SandboxBench {
  private static final int STARTS = 15;
  private static final int ROUNDS = 15;
  private static final int CODES_A_ROUND = 20_000;
  private static final int WARM_UP_ROUNDS = 8;
  private static final int CONNECTIONS = 16;
  private static final long FIRST_CODE = 100_000_000_000L;
  private static final String REDEEMED = "\"errcode\":0";
  private static final String CREDENTIALS =
      "grant_type=client_credential&appid=wx5a4db0c0000c0de1"
          + "&secret=0123456789abcdef0123456789abcdef";

  private final Path launcher;
  private final Path wireMock;
  private final Path folder;
  private final ObjectNode report = Json.object();

  private SandboxBench(Path launcher, Path wireMock, Path folder) {
    this.launcher = launcher;
    this.wireMock = wireMock;
    this.folder = folder;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    new SandboxBench(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).run();
  }

  private void run() throws IOException, InterruptedException, SQLException {
    writeStub();
    row("", "sandbox", "WireMock", "ratio", "target", "");
    starts();
    throughput();
    Files.writeString(folder.resolve("sandbox.json"), Json.pretty(report) + "\n");
  }

  private void starts() throws IOException, InterruptedException {
    Samples ourStart = new Samples();
    Samples theirStart = new Samples();
    Samples ourMemory = new Samples();
    Samples theirMemory = new Samples();
    for (int i = -1; i < STARTS; i++) {
      try (Subject ours = sandbox(folder.resolve("start-" + i + ".db"))) {
        try (Subject theirs = wireMock()) {
          // The first pair only warms the disk's cache.
          if (i >= 0) {
            ourStart.add(ours.startMillis());
            theirStart.add(theirs.startMillis());
            ourMemory.add(ours.residentMebibytes());
            theirMemory.add(theirs.residentMebibytes());
          }
        }
      }
    }
    compare("first answer, ms", "%.0f", ourStart, theirStart, "at most", 0.5);
    compare("memory at first answer, MiB", "%.0f", ourMemory, theirMemory, "at most", 2 / 3.0);
  }

  private void throughput() throws IOException, InterruptedException, SQLException {
    Path db = folder.resolve("load.db");
    Samples ourRate = new Samples();
    Samples theirRate = new Samples();
    Samples ourSlowest = new Samples();
    Samples theirSlowest = new Samples();
    try (Subject ours = sandbox(db);
        Subject theirs = wireMock()) {
      fill(db, (WARM_UP_ROUNDS + ROUNDS) * CODES_A_ROUND);
      String path = "/card/code/consume?access_token=" + token(ours.port());
      for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
        theirs.settle();
        Load.Result our = load(ours, path, round);
        ours.settle();
        Load.Result their = load(theirs, path, round);
        if (round >= WARM_UP_ROUNDS) {
          ourRate.add(our.perSecond());
          theirRate.add(their.perSecond());
          ourSlowest.add(our.p99Millis());
          theirSlowest.add(their.p99Millis());
        }
      }
      compare("codes redeemed a second", "%.0f", ourRate, theirRate, "at least", 2);
      compare("slowest in a hundred, ms", "%.1f", ourSlowest, theirSlowest, "", 0);
      Samples ourMemory = new Samples();
      Samples theirMemory = new Samples();
      ourMemory.add(ours.residentMebibytes());
      theirMemory.add(theirs.residentMebibytes());
      compare("memory after the load, MiB", "%.0f", ourMemory, theirMemory, "at most", 2 / 3.0);
    }
  }

  private Load.Result load(Subject subject, String path, int round) throws IOException {
    long first = FIRST_CODE + (long) round * CODES_A_ROUND;
    Load.Result result =
        Load.run(
            subject.port(),
            CONNECTIONS,
            CODES_A_ROUND,
            i -> Load.post(path, "{\"code\":\"" + (first + i) + "\"}"),
            REDEEMED);
    if (result.good() != CODES_A_ROUND) {
      throw new IOException(
          result.good() + " of " + CODES_A_ROUND + " answers say that a code was redeemed");
    }
    return result;
  }

  private void compare(
      String what, String format, Samples ours, Samples theirs, String sense, double target) {
    Samples ratio = ours.over(theirs);
    boolean met = sense.equals("at least") ? ratio.median() >= target : ratio.median() <= target;
    String verdict = sense.isEmpty() ? "" : met ? "met" : "missed";
    String wanted = sense.isEmpty() ? "" : String.format(Locale.ROOT, "%s %.2f", sense, target);
    row(what, ours.text(format), theirs.text(format), ratio.text("%.2f"), wanted, verdict);
    ObjectNode entry = report.putObject(what);
    entry.put("sandbox", ours.median()).put("wiremock", theirs.median());
    entry.put("ratio", ratio.median()).put("samples", ours.count());
    entry.put("target", wanted).put("verdict", verdict);
  }

  private void row(String... cells) {
    System.out.printf(Locale.ROOT, "%-28s %-22s %-24s %-20s %-14s %s%n", (Object[]) cells);
  }

  private Subject sandbox(Path db) throws IOException, InterruptedException {
    return Subject.start(
        List.of(launcher.toString(), "sandbox", "serve", "--port", "PORT", "--db", db.toString()),
        Map.of("XDG_CONFIG_HOME", folder.toString()),
        "/sandbox/status");
  }

  private Subject wireMock() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Subject.start(
        List.of(
            java,
            "-jar",
            wireMock.toString(),
            "--port",
            "PORT",
            "--root-dir",
            folder.resolve("wiremock").toString()),
        Map.of(),
        "/ready");
  }

  private void writeStub() throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("wiremock/mappings"));
    Files.writeString(
        mappings.resolve("consume.json"),
        """
        {"request": {"method": "POST", "urlPath": "/card/code/consume"},
         "response": {"status": 200, "headers": {"Content-Type": "application/json; encoding=utf-8"},
          "body": "{\\"errcode\\":0,\\"errmsg\\":\\"ok\\",\\"card\\":{\\"card_id\\":\\"p5a4DbBench\\"},\\"openid\\":\\"o5a4DbBench\\"}"}}
        """);
    Files.writeString(
        mappings.resolve("ready.json"),
        "{\"request\": {\"method\": \"GET\", \"urlPath\": \"/ready\"}, \"response\": {\"status\": 200}}");
  }

  /** Puts a card and codes in as many hands into a database that is being served. */
  private static void fill(Path db, int codes) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db)) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .executeUpdate(
              "INSERT INTO card (id, type, status, definition, quantity, total_quantity, code_source,"
                  + " bind_openid, get_limit, use_limit, created, updated) VALUES ('p5a4DbBench',"
                  + " 'GROUPON', 'VERIFY_OK', '{}', 1, 1, 'WECHAT', 0, 50, 50, 0, 0)");
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO code (code, card_id, merchant, openid, status, begin_time, end_time,"
                  + " claimed, changed) VALUES (?, 'p5a4DbBench', 0, ?, 'NORMAL', 0, 9999999999,"
                  + " 0, 0)")) {
        for (int i = 0; i < codes; i++) {
          insert.setString(1, Long.toString(FIRST_CODE + i));
          insert.setString(2, "o5a4DbBench" + i);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }

  private static String token(int port) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/cgi-bin/token?" + CREDENTIALS);
    String answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
            .body();
    return Json.read(answer).path("access_token").asText();
  }
}
