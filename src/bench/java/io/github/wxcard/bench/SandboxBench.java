package io.github.wxcard.bench;

import io.github.wxcard.bench.Report.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The served sandbox beside WireMock standalone with a stub for the same answer: start, memory, and
 * codes redeemed a second. Arguments: the launcher, a folder to work in, WireMock's jar.
 */
public final class SandboxBench {
  private static final int STARTS = 15;
  private static final int ROUNDS = 15;
  private static final int CODES_A_ROUND = 20_000;
  private static final int LOOKS_A_ROUND = 60_000;
  private static final int WARM_UP_ROUNDS = 8;
  private static final int CONNECTIONS = 16;
  private static final int REQUESTS = 1_000_000;
  private static final int MANY = 1_000_000;
  private static final int FEW = 1000;

  /** A prime, so that neighbours in time are none in the database. */
  private static final int STRIDE = 7919;

  private static final String SUCCESS = "\"errcode\":0";

  private final Path launcher;
  private final Path wireMock;
  private final Path folder;
  private final Report report = new Report("sandbox", "WireMock");

  private SandboxBench(Path launcher, Path wireMock, Path folder) {
    this.launcher = launcher;
    this.wireMock = wireMock;
    this.folder = folder;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    new SandboxBench(Path.of(arguments[0]), Path.of(arguments[2]), Path.of(arguments[1])).run();
  }

  private void run() throws IOException, InterruptedException, SQLException {
    writeStub();
    starts();
    throughput();
    manyCodes();
    report.write(folder.resolve("sandbox.json"));
  }

  private void starts() throws IOException, InterruptedException {
    Measurements ourStart = new Measurements();
    Measurements theirStart = new Measurements();
    Measurements ourMemory = new Measurements();
    Measurements theirMemory = new Measurements();
    for (int i = -1; i < STARTS; i++) {
      try (Subject ours = Subject.sandbox(launcher, folder, folder.resolve("start-" + i + ".db"))) {
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
    report.compare("first answer, ms", "%.0f", ourStart, theirStart, Target.atMost(0.5));
    report.compare(
        "memory at first answer, MiB", "%.0f", ourMemory, theirMemory, Target.atMost(2 / 3.0));
  }

  private void throughput() throws IOException, InterruptedException, SQLException {
    Path db = folder.resolve("load.db");
    Measurements ourRate = new Measurements();
    Measurements theirRate = new Measurements();
    Measurements ourSlowest = new Measurements();
    Measurements theirSlowest = new Measurements();
    try (Subject ours = Subject.sandbox(launcher, folder, db);
        Subject theirs = wireMock()) {
      Stock stock = new Stock(db);
      stock.add((WARM_UP_ROUNDS + ROUNDS) * CODES_A_ROUND);
      String path = "/card/code/consume?access_token=" + Stock.token(ours.port());
      for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
        theirs.settle();
        int first = stock.take(CODES_A_ROUND);
        Load.Result our = load(ours, path, first);
        ours.settle();
        Load.Result their = load(theirs, path, first);
        if (round >= WARM_UP_ROUNDS) {
          ourRate.add(our.perSecond());
          theirRate.add(their.perSecond());
          ourSlowest.add(our.p99Millis());
          theirSlowest.add(their.p99Millis());
        }
      }
      report.compare("codes redeemed a second", "%.0f", ourRate, theirRate, Target.atLeast(2));
      report.compare("slowest in a hundred, ms", "%.1f", ourSlowest, theirSlowest, Target.NONE);
      Measurements ourMemory = memory(ours);
      report.compare(
          "memory after the load, MiB", "%.0f", ourMemory, memory(theirs), Target.atMost(2 / 3.0));
      int left = REQUESTS - (WARM_UP_ROUNDS + ROUNDS) * CODES_A_ROUND;
      look(ours, left, stock.size());
      report.compare(
          "after 1,000,000 requests, beside 460,000",
          "%.0f",
          memory(ours),
          ourMemory,
          Target.atMost(1.1));
    }
  }

  /** Looks codes up in a database of a million and in one of a thousand, in turn. */
  private void manyCodes() throws IOException, InterruptedException, SQLException {
    Path large = folder.resolve("large.db");
    Path small = folder.resolve("small.db");
    Measurements inLarge = new Measurements();
    Measurements inSmall = new Measurements();
    try (Subject many = Subject.sandbox(launcher, folder, large);
        Subject few = Subject.sandbox(launcher, folder, small)) {
      new Stock(large).add(MANY);
      new Stock(small).add(FEW);
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        // Whoever comes second finds the processor's cache full of the other's pages: by turns.
        boolean manyFirst = round % 2 == 0;
        double first = look(manyFirst ? many : few, LOOKS_A_ROUND, manyFirst ? MANY : FEW);
        double second = look(manyFirst ? few : many, LOOKS_A_ROUND, manyFirst ? FEW : MANY);
        if (round >= 0) {
          inLarge.add(manyFirst ? first : second);
          inSmall.add(manyFirst ? second : first);
        }
      }
    }
    report.compare(
        "codes looked up a second, of 1M beside 1000",
        "%.0f",
        inLarge,
        inSmall,
        Target.atLeast(0.9));
  }

  /** Looks up codes from all over the database; how many a second. */
  private double look(Subject subject, int count, int codes)
      throws IOException, InterruptedException {
    String path = "/card/code/get?access_token=" + Stock.token(subject.port());
    return checked(
            Load.run(
                subject.port(),
                CONNECTIONS,
                count,
                i ->
                    Load.post(
                        path,
                        "{\"check_consume\":false,\"code\":\""
                            + Stock.code((int) ((long) i * STRIDE % codes))
                            + "\"}"),
                SUCCESS),
            count)
        .perSecond();
  }

  private static Measurements memory(Subject subject) throws IOException {
    Measurements memory = new Measurements();
    memory.add(subject.residentMebibytes());
    return memory;
  }

  private static Load.Result checked(Load.Result result, int count) throws IOException {
    if (result.good() != count) {
      throw new IOException(result.good() + " of " + count + " answers are good");
    }
    return result;
  }

  private Load.Result load(Subject subject, String path, int first) throws IOException {
    return checked(
        Load.run(
            subject.port(),
            CONNECTIONS,
            CODES_A_ROUND,
            i -> Load.post(path, "{\"code\":\"" + Stock.code(first + i) + "\"}"),
            SUCCESS),
        CODES_A_ROUND);
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
        "{\"request\": {\"method\": \"GET\", \"urlPath\": \"/ready\"}, \"response\": {\"status\":"
            + " 200}}");
  }
}
