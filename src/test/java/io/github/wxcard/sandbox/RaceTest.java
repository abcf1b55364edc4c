package io.github.wxcard.sandbox;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Main;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several sandboxes on one file: they see one state and never both win. */
@Timeout(120)
final class RaceTest {
  private static final int WORKERS = 16;

  @TempDir Path folder;

  @Test
  void two_hundred_redeem_one_code_and_one_succeeds() throws Exception {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox one = RawSandbox.on(db, 1);
        RawSandbox other = RawSandbox.on(db, 2)) {
      String code = one.claimed(Definitions.groupon(), "a").path("code").asText();
      String path = "/card/code/consume?access_token=" + one.token();

      Map<Integer, Integer> answers =
          answers(200, i -> (i % 2 == 0 ? one : other).post(path, RawSandbox.body("code", code)));

      assertThat(answers).containsExactly(Map.entry(0, 1), Map.entry(40099, 199));
    }
  }

  @Test
  void a_stock_of_thirty_is_claimed_thirty_times() throws Exception {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox one = RawSandbox.on(db, 1);
        RawSandbox other = RawSandbox.on(db, 2)) {
      String cardId =
          one.create(Definitions.groupon(base -> base.withObject("/sku").put("quantity", 30)));
      one.approve(cardId);
      String ticket = one.ticket(cardId);

      Map<Integer, Integer> answers =
          answers(150, i -> (i % 2 == 0 ? one : other).scan(ticket, "user" + i));

      assertThat(answers).containsExactly(Map.entry(0, 30), Map.entry(45031, 120));
      assertThat(other.get("/sandbox/status").path("codes").asInt()).isEqualTo(30);
    }
  }

  @Test
  void five_hundred_claims_empty_a_stock_of_a_hundred_and_no_more() throws Exception {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox one = RawSandbox.on(db, 1);
        RawSandbox other = RawSandbox.on(db, 2)) {
      String cardId = one.create(Definitions.groupon());
      one.approve(cardId);
      String ticket = one.ticket(cardId);

      Map<Integer, Integer> answers =
          answers(500, i -> (i % 2 == 0 ? one : other).scan(ticket, "user" + i));

      assertThat(answers).containsExactly(Map.entry(0, 100), Map.entry(45031, 400));
      assertThat(other.get("/sandbox/status").path("codes").asInt()).isEqualTo(100);
    }
  }

  @Test
  void every_imported_code_is_handed_out_once() throws Exception {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox one = RawSandbox.on(db, 1);
        RawSandbox other = RawSandbox.on(db, 2)) {
      String cardId = one.create(Definitions.deposit());
      one.approve(cardId);
      String codes = IntStream.range(0, 30).mapToObj(i -> "\"C" + i + "\"").collect(joining(","));
      one.done(
          "/card/code/deposit", "{\"card_id\": \"" + cardId + "\", \"code\": [" + codes + "]}");
      new DatabaseRows(db).change("UPDATE card SET quantity = 60");
      String ticket = one.ticket(cardId);

      Map<Integer, Integer> answers =
          answers(100, i -> (i % 2 == 0 ? one : other).scan(ticket, "user" + i));

      assertThat(answers).containsExactly(Map.entry(0, 30), Map.entry(45031, 70));
      assertThat(other.get("/sandbox/status").path("codes").asInt()).isEqualTo(30);
    }
  }

  @Test
  void a_person_in_a_hurry_gets_no_more_than_the_limit() throws Exception {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox one = RawSandbox.on(db, 1);
        RawSandbox other = RawSandbox.on(db, 2)) {
      String cardId = one.create(Definitions.groupon());
      one.approve(cardId);
      String ticket = one.ticket(cardId);

      Map<Integer, Integer> answers =
          answers(40, i -> (i % 2 == 0 ? one : other).scan(ticket, "greedy"));

      assertThat(answers).containsExactly(Map.entry(0, 3), Map.entry(45033, 37));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"per_minute\": 20', 45011, 20, 180",
    "'\"errcode\": 45009, \"times\": 20', 45009, 180, 20"
  })
  void faults_and_quotas_count_calls_that_come_together(
      String fault, int errcode, int passed, int struck) throws Exception {
    try (RawSandbox raw = RawSandbox.inMemory()) {
      String path = "/card/getcolors?access_token=" + raw.token();
      raw.post("/sandbox/faults", "{\"path\": \"/card/getcolors\", " + fault + "}");

      Map<Integer, Integer> answers = answers(200, i -> raw.get(path));

      assertThat(answers).containsOnly(Map.entry(0, passed), Map.entry(errcode, struck));
    }
  }

  @Test
  void a_new_database_is_made_once_however_many_open_it() throws Exception {
    Path db = folder.resolve("new/sandbox.db");

    List<String> instances =
        all(
            WORKERS,
            i ->
                () -> {
                  try (RawSandbox raw = RawSandbox.on(db, i)) {
                    return raw.get("/sandbox/status").path("instance").asText();
                  }
                });

    assertThat(instances).hasSize(WORKERS).containsOnly(instances.get(0));
  }

  @Test
  void processes_that_start_together_on_a_new_database_share_it() throws Exception {
    Path db = folder.resolve("new/sandbox.db");

    List<String> instances =
        all(
            4,
            i ->
                () -> {
                  ProcessBuilder builder =
                      new ProcessBuilder(
                              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                              "-XX:TieredStopAtLevel=1",
                              "-cp",
                              System.getProperty("java.class.path"),
                              Main.class.getName(),
                              "sandbox",
                              "status",
                              "--json")
                          .redirectError(ProcessBuilder.Redirect.DISCARD);
                  builder.environment().put("WXCARD_SANDBOX_DB", db.toString());
                  builder.environment().put("HOME", folder.toString());
                  Process process = builder.start();
                  String out =
                      new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                  assertThat(process.waitFor()).isZero();
                  return Definitions.json(out).path("instance").asText();
                });

    assertThat(instances).containsOnly(instances.get(0));
    assertThat(instances.get(0)).matches("[0-9a-f]{16}");
  }

  /** How often each error code was answered. */
  private static Map<Integer, Integer> answers(int count, IntFunction<JsonNode> call)
      throws InterruptedException, ExecutionException {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (JsonNode answer : RaceTest.<JsonNode>all(count, i -> () -> call.apply(i))) {
      counts.merge(answer.path("errcode").asInt(), 1, Integer::sum);
    }
    return counts;
  }

  private static <T> List<T> all(int count, IntFunction<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        tasks.add(work.apply(i));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
