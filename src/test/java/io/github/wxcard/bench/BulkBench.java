package io.github.wxcard.bench;

import io.github.wxcard.bench.Report.Target;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Files of codes through the served sandbox: redeemed beside a load generator that does nothing
 * else, and imported in three sizes. Arguments: the launcher, a folder to work in.
 */
public final class BulkBench {
  private static final int ROUNDS = 15;
  private static final int CODES_A_ROUND = 100_000;
  private static final int CONNECTIONS = 8;
  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
  private static final double LARGEST_MEMORY = 256;

  private final Path launcher;
  private final Path folder;
  private final Subject sandbox;
  private final Stock stock;
  private final Report report;
  private final Command wxcard;

  private BulkBench(Path launcher, Path folder, Subject sandbox, Stock stock) {
    this.launcher = launcher;
    this.folder = folder;
    this.sandbox = sandbox;
    this.stock = stock;
    this.report = new Report("wxcard", "load generator");
    this.wxcard = wxcard();
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Path folder = Path.of(arguments[1]);
    Path db = folder.resolve("bulk.db");
    try (Subject sandbox = Subject.sandbox(Path.of(arguments[0]), folder, db)) {
      BulkBench bench = new BulkBench(Path.of(arguments[0]), folder, sandbox, new Stock(db));
      bench.redeem();
      bench.deposit();
      bench.report.write(folder.resolve("bulk.json"));
    }
  }

  private void redeem() throws IOException, InterruptedException, SQLException {
    String path = "/card/code/consume?access_token=" + Stock.token(sandbox.port());
    Samples ours = new Samples();
    Samples theirs = new Samples();
    Samples bare = new Samples();
    for (int round = -1; round < ROUNDS; round++) {
      stock.add(3 * CODES_A_ROUND);
      Path file = write("consume.txt", CODES_A_ROUND, stock.take(CODES_A_ROUND), Stock::code);
      double millis = wxcard.and("consume", "--from", file.toString()).millis();
      int first = stock.take(CODES_A_ROUND);
      Load.Result load =
          Load.run(
              sandbox.port(),
              CONNECTIONS,
              CODES_A_ROUND,
              i -> Load.post(path, "{\"code\":\"" + Stock.code(first + i) + "\"}"),
              "\"errcode\":0");
      // The first pair warms the server.
      if (round >= 0) {
        ours.add(CODES_A_ROUND / millis * 1000);
        theirs.add(load.perSecond());
        bare.add(bare(path));
      }
    }
    report.compare(
        "consume --from, 100,000 codes, per second", "%.0f", ours, theirs, Target.atLeast(0.5));
    report.compare("java.net.http in a loop, per second", "%.0f", bare, theirs, Target.NONE);
  }

  /** What the JDK's client does by itself: nothing is read, written down or printed. */
  private double bare(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + sandbox.port() + path);
    AtomicInteger next = new AtomicInteger(stock.take(CODES_A_ROUND));
    int end = next.get() + CODES_A_ROUND;
    HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();
    Callable<Void> lane =
        () -> {
          for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
            String body = "{\"code\":\"" + Stock.code(i) + "\"}";
            client.send(
                HttpRequest.newBuilder(address)
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
          }
          return null;
        };
    ExecutorService lanes = Executors.newFixedThreadPool(CONNECTIONS);
    long start = System.nanoTime();
    lanes.invokeAll(Collections.nCopies(CONNECTIONS, lane));
    double seconds = (System.nanoTime() - start) / 1e9;
    lanes.shutdown();
    return CODES_A_ROUND / seconds;
  }

  private void deposit() throws IOException, InterruptedException, SQLException {
    Samples smallest = new Samples();
    for (int size : SIZES) {
      String cardId = "p5a4DbBench" + size;
      stock.addCard(cardId, "DEPOSIT");
      Path file = write("deposit.txt", size, 0, i -> "D" + size + "-" + i);
      Samples micros = new Samples();
      Command deposit =
          wxcard.and("code", "deposit", cardId, "--from", file.toString(), "--timeout", "15m");
      double before = System.nanoTime();
      Samples memory = new Samples();
      memory.add(deposit.peakMebibytes());
      micros.add((System.nanoTime() - before) / 1000 / size);
      if (smallest.count() == 0) {
        smallest.add(micros.median());
      }
      String what = String.format(Locale.ROOT, "code deposit --from, %,d lines", size);
      Target linear = size == SIZES.get(0) ? Target.NONE : Target.atMost(1.5);
      report.compare(what + ", µs a line", "%.1f", micros, smallest, linear);
      report.state(what + ", MiB", "%.0f", memory, Target.atMost(LARGEST_MEMORY));
    }
  }

  private Path write(String name, int lines, int first, IntFunction<String> code)
      throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = first; i < first + lines; i++) {
        out.write(code.apply(i));
        out.newLine();
      }
    }
    return file;
  }

  private Command wxcard() {
    return Command.of(
        Map.of(
            "HOME",
            folder.toString(),
            "XDG_CONFIG_HOME",
            folder.resolve("config").toString(),
            "XDG_STATE_HOME",
            folder.resolve("state").toString(),
            "WXCARD_API_BASE",
            "http://127.0.0.1:" + sandbox.port(),
            "WXCARD_APPID",
            Stock.APP_ID,
            "WXCARD_SECRET",
            Stock.SECRET),
        List.of(launcher.toString()));
  }
}
