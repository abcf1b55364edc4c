package io.github.wxcard.bench;

import io.github.wxcard.bench.Report.Target;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Files of codes through the served sandbox: redeemed beside a loop that does nothing else, and
 * imported in three sizes. Arguments: the launcher, a folder to work in.
 */
public final class BulkBench {
  private static final int ROUNDS = 15;
  private static final int CODES_A_ROUND = 100_000;
  private static final int CONNECTIONS = 8;
  private static final String SUCCESS = "\"errcode\":0";

  /** How many lines, and how often: a million takes a minute. */
  private static final List<Size> SIZES =
      List.of(new Size(10_000, ROUNDS), new Size(100_000, ROUNDS), new Size(1_000_000, 3));

  private static final double LARGEST_MEMORY = 256;

  private record Size(int lines, int rounds) {}

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
    this.report = new Report("wxcard", "beside it");
    this.wxcard = wxcard();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    Path db = folder.resolve("bulk.db");
    try (Subject sandbox = Subject.sandbox(Path.of(arguments[0]), folder, db)) {
      BulkBench bench = new BulkBench(Path.of(arguments[0]), folder, sandbox, new Stock(db));
      bench.redeem();
      bench.deposit();
      bench.report.write(folder.resolve("bulk.json"));
    }
  }

  private void redeem() throws Exception {
    String path = "/card/code/consume?access_token=" + Stock.token(sandbox.port());
    Measurements ours = new Measurements();
    Measurements bare = new Measurements();
    for (int round = -1; round < ROUNDS; round++) {
      stock.add(2 * CODES_A_ROUND);
      Path file = write("consume.txt", CODES_A_ROUND, stock.take(CODES_A_ROUND), Stock::code);
      double millis = wxcard.and("consume", "--from", file.toString()).millis();
      double loop = bare(path);
      // The first pair warms the server.
      if (round >= 0) {
        ours.add(CODES_A_ROUND / millis * 1000);
        bare.add(loop);
      }
    }
    report.compare(
        "consume --from : java.net.http in a loop, codes a second",
        "%.0f",
        ours,
        bare,
        Target.atLeast(0.8));
  }

  /** What the JDK's client does by itself: nothing is read, written down or printed. */
  private double bare(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + sandbox.port() + path);
    AtomicInteger next = new AtomicInteger(stock.take(CODES_A_ROUND));
    int end = next.get() + CODES_A_ROUND;
    HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();
    Callable<Void> lane =
        () -> {
          for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
            String body = "{\"code\":\"" + Stock.code(i) + "\"}";
            HttpRequest request =
                HttpRequest.newBuilder(address)
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            if (!client.send(request, BodyHandlers.ofString()).body().contains(SUCCESS)) {
              throw new IOException("a code was refused");
            }
          }
          return null;
        };
    ExecutorService lanes = Executors.newFixedThreadPool(CONNECTIONS);
    long start = System.nanoTime();
    for (Future<Void> each : lanes.invokeAll(Collections.nCopies(CONNECTIONS, lane))) {
      each.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    lanes.shutdown();
    return CODES_A_ROUND / seconds;
  }

  private void deposit() throws IOException, InterruptedException, SQLException {
    double smallest = 0;
    for (Size size : SIZES) {
      Measurements micros = new Measurements();
      Measurements memory = new Measurements();
      for (int round = 0; round < size.rounds(); round++) {
        Command command = deposit(size.lines(), round);
        double start = System.nanoTime();
        memory.add(command.peakMebibytes());
        micros.add((System.nanoTime() - start) / 1000 / size.lines());
      }
      Target linear = smallest == 0 ? Target.NONE : Target.atMost(1.5);
      smallest = smallest == 0 ? micros.median() : smallest;
      String what = String.format(Locale.ROOT, "deposit of %,d lines", size.lines());
      report.compare(
          what + ", µs each", "%.1f", micros, Measurements.same(smallest, micros.count()), linear);
      report.state(what + ", MiB", "%.0f", memory, Target.atMost(LARGEST_MEMORY));
    }
  }

  /** Ready to import codes into a card of their own. */
  private Command deposit(int lines, int round) throws IOException, SQLException {
    String cardId = "p5a4DbBench" + lines + "-" + round;
    stock.addCard(cardId, "DEPOSIT");
    Path file = write("deposit.txt", lines, 0, i -> "D" + lines + "-" + round + "-" + i);
    return wxcard.and("code", "deposit", cardId, "--from", file.toString(), "--timeout", "15m");
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
