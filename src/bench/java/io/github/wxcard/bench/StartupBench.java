package io.github.wxcard.bench;

import io.github.wxcard.bench.Report.Target;
import io.github.wxcard.packaged.Jdks;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whole command lines beside a bare JVM that says hello, and beside the program one would write
 * with WxJava; on every JDK there is. Arguments: the launcher, a folder to work in.
 */
public final class StartupBench {
  private static final String EXPRESSION = "to_entries | map(.key) | join(\" \")";
  private static final int ROUNDS = 15;
  private static final long LONGEST_ARCHIVING_MILLIS = 120_000;
  private static final double LARGEST_MEMORY = 80;

  private static final List<Goal> GOALS =
      List.of(
          new Goal("--version", Target.atMost(3)),
          new Goal("sign card, offline", Target.atMost(3)),
          new Goal("--help", Target.atMost(4)),
          new Goal("token, kept", Target.atMost(6)),
          new Goal("create", Target.atMost(6)),
          new Goal("consume", Target.atMost(6)),
          new Goal("hello --sandbox", Target.NONE));

  /** What --jq may cost beside --json alone. */
  private static final List<Goal> FILTERS =
      List.of(
          new Goal("code get --jq PATH", Target.atMost(1.1)),
          new Goal("code get --jq EXPR", Target.atMost(1.5)));

  private final Path launcher;
  private final Path folder;
  private final Stock stock;
  private final Subject sandbox;
  private final Report report;
  private final String held;

  private StartupBench(Path launcher, Path folder, Stock stock, Subject sandbox) {
    this.launcher = launcher;
    this.folder = folder;
    this.stock = stock;
    this.sandbox = sandbox;
    this.report = new Report("wxcard", "beside it");
    this.held = code();
  }

  private record Goal(String what, Target target) {}

  /** Makes the command line of a round, as some need a new code every time. */
  private interface Maker {
    Command make() throws IOException;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Path launcher = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Path db = folder.resolve("startup.db");
    List<Path> jdks = Jdks.all();
    try (Subject sandbox = Subject.sandbox(launcher, folder, db)) {
      Stock stock = new Stock(db);
      stock.add(jdks.size() * 4 * (ROUNDS + 1));
      StartupBench bench = new StartupBench(launcher, folder, stock, sandbox);
      for (Path jdk : jdks) {
        bench.measure(jdk);
      }
      bench.launcher();
      bench.report.write(folder.resolve("startup.json"));
    }
  }

  private void measure(Path jdk) throws IOException, InterruptedException {
    Command wxcard = wxcard(jdk);
    wxcard.and("--version").millis();
    awaitArchive(jdk, "classes");
    wxcard.and("profile", "list", "--jq", EXPRESSION).millis();
    awaitArchive(jdk, "jq");
    Map<String, Command> lookups = lookups(jdk);
    Map<String, Maker> makers = makers(jdk, wxcard, lookups);
    Map<String, Measurements> times = new LinkedHashMap<>();
    makers.keySet().forEach(what -> times.put(what, new Measurements()));
    for (int round = -1; round < ROUNDS; round++) {
      for (Map.Entry<String, Maker> each : makers.entrySet()) {
        double millis = each.getValue().make().millis();
        // The first of each only warms the disk's cache.
        if (round >= 0) {
          times.get(each.getKey()).add(millis);
        }
      }
    }
    String on = " (JDK " + jdk.getFileName().toString().replaceAll("\\D*(\\d+).*", "$1") + ")";
    for (Goal goal : GOALS) {
      report.compare(
          goal.what() + ", ms" + on,
          "%.0f",
          times.get(goal.what()),
          times.get("bare"),
          goal.target());
    }
    for (Goal goal : FILTERS) {
      report.compare(
          goal.what() + " : --json, ms" + on,
          "%.0f",
          times.get(goal.what()),
          times.get("code get --json"),
          goal.target());
    }
    for (String other : lookups.keySet()) {
      report.compare(
          "token and code get : " + other + ", ms" + on,
          "%.0f",
          times.get("token and code get"),
          times.get(other),
          Target.NONE);
    }
    report.compare(
        "token and consume, ms" + on,
        "%.0f",
        times.get("token and consume"),
        times.get("WxJava"),
        Target.atMost(1 / 3.0));
    for (Map.Entry<String, Measurements> stage :
        StartStages.of(wxcard.and("code", "get", held), jdk, folder, ROUNDS).entrySet()) {
      report.state(
          "code get: " + stage.getKey() + ", ms" + on, "%.1f", stage.getValue(), Target.NONE);
    }
    for (String what : List.of("--version", "sign card, offline", "create", "consume")) {
      Measurements memory = new Measurements();
      for (int round = 0; round < ROUNDS; round++) {
        memory.add(makers.get(what).make().peakMebibytes());
      }
      report.state(what + ", MiB" + on, "%.0f", memory, Target.atMost(LARGEST_MEMORY));
    }
  }

  /** What is left of a start when the JVM does nothing and the time to start that is taken off. */
  private void launcher() throws IOException, InterruptedException {
    Path jdk = folder.resolve("idle");
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.copy(Path.of("/bin/true"), java);
    Command alone = Command.of(Map.of(), List.of(java.toString()));
    Command launched = wxcard(jdk).and("--version");
    launched.millis();
    Measurements millis = new Measurements();
    for (int round = 0; round < 2 * ROUNDS; round++) {
      millis.add(launched.millis() - alone.millis());
    }
    report.state("launcher by itself, ms", "%.1f", millis, Target.atMost(10));
  }

  private Map<String, Maker> makers(Path jdk, Command wxcard, Map<String, Command> lookups)
      throws IOException {
    Path ticket = Files.writeString(folder.resolve("ticket.txt"), "a-ticket-of-wx_card\n");
    Path java = jdk.resolve("bin/java");
    String all = System.getProperty("java.class.path");
    String own = all.substring(0, all.indexOf(File.pathSeparatorChar));
    Command plain = Command.of(Map.of(), List.of(java.toString(), "-cp"));
    Map<String, Maker> makers = new LinkedHashMap<>();
    makers.put("bare", () -> plain.and(own, "io.github.wxcard.bench.Bare"));
    makers.put("--version", () -> wxcard.and("--version"));
    makers.put(
        "sign card, offline",
        () ->
            wxcard
                .and("sign", "card", Stock.CARD_ID, "--ticket-stdin", "--app-id", Stock.APP_ID)
                .reading(ticket));
    makers.put("--help", () -> wxcard.and("--help"));
    makers.put("token, kept", () -> wxcard.and("token"));
    makers.put("create", () -> wxcard.and("create", "samples/groupon.json"));
    makers.put("consume", () -> wxcard.and("consume", code()));
    makers.put("token and consume", () -> afresh(wxcard).and("consume", code()));
    makers.put("code get --json", () -> wxcard.and("code", "get", held, "--json"));
    makers.put(
        "code get --jq PATH", () -> wxcard.and("code", "get", held, "--jq", ".user_card_status"));
    makers.put("code get --jq EXPR", () -> wxcard.and("code", "get", held, "--jq", EXPRESSION));
    makers.put(
        "token and code get",
        () -> afresh(wxcard).and("code", "get", held, "--jq", ".user_card_status"));
    lookups.forEach((name, command) -> makers.put(name, () -> command));
    makers.put(
        "WxJava", () -> plain.and(all, "io.github.wxcard.bench.WxJavaConsume", base(), code()));
    makers.put(
        "hello --sandbox",
        () ->
            wxcard
                .with("WXCARD_SANDBOX_DB", folder.resolve("hello.db").toString())
                .and("hello", "--sandbox"));
    return makers;
  }

  /** With no token kept. */
  private Command afresh(Command wxcard) throws IOException {
    return wxcard.with("XDG_CONFIG_HOME", Files.createTempDirectory(folder, "config").toString());
  }

  /** What others do to look a code up; nobody redeems it. */
  private Map<String, Command> lookups(Path jdk) throws IOException {
    Map<String, Command> lookups = LookupScripts.of(folder, base(), held);
    lookups.put(
        "WxJava, code get",
        Command.of(
            Map.of(),
            List.of(
                jdk.resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.wxcard.bench.WxJavaLookup",
                base(),
                held)));
    return lookups;
  }

  private String code() {
    return Stock.code(stock.take(1));
  }

  private String base() {
    return "http://127.0.0.1:" + sandbox.port();
  }

  private Command wxcard(Path jdk) {
    return Command.of(
        Map.of(
            "JAVA_HOME", jdk.toString(),
            "HOME", folder.toString(),
            "XDG_CONFIG_HOME", folder.resolve("config").toString(),
            "XDG_CACHE_HOME", cache(jdk).toString(),
            "WXCARD_API_BASE", base(),
            "WXCARD_APPID", Stock.APP_ID,
            "WXCARD_SECRET", Stock.SECRET),
        List.of(launcher.toString()));
  }

  private Path cache(Path jdk) {
    return folder.resolve("cache-" + jdk.getFileName());
  }

  /** The first start begins an archive in the background; what is measured are the starts after. */
  private void awaitArchive(Path jdk, String kind) throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + LONGEST_ARCHIVING_MILLIS;
    while (System.currentTimeMillis() < end) {
      Thread.sleep(200);
      try (Stream<Path> files = Files.walk(cache(jdk))) {
        if (files.anyMatch(file -> file.toString().matches(".*/" + kind + "\\.(jsa|aot)"))) {
          return;
        }
      } catch (IOException | UncheckedIOException moving) {
        // A folder that vanishes while it is looked at.
      }
    }
    throw new IOException("no archive of " + kind + " was made for " + jdk);
  }
}
