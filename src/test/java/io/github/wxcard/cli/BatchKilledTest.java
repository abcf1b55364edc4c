package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A batch in a process of its own that does not live to its end. */
@Timeout(300)
class BatchKilledTest {
  private static final int CODES = 20_000;
  private static final int KILLED = 128 + 9;
  private static final int INTERRUPTED = 130;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  @TempDir Path home;
  private Wxcard wx;
  private List<String> codes;
  private ServeProcess serve;

  @BeforeEach
  void open() {
    wx = new Wxcard(home).in(home);
  }

  private void serve(int people) throws IOException {
    Path seed = home.resolve("seed.json");
    codes = new Campaign(wx).seed(seed, people);
    Files.write(home.resolve("codes.txt"), codes);
    serve = ServeProcess.start(home, "--port", "0", "--memory", "--seed", seed.toString());
    variables().forEach(wx::with);
  }

  @AfterEach
  void close() {
    serve.close();
  }

  private Map<String, String> variables() {
    return Map.of(
        "WXCARD_API_BASE", serve.base().toString(),
        "WXCARD_APPID", serve.greeting().path("appid").asText(),
        "WXCARD_SECRET", serve.greeting().path("secret").asText());
  }

  private Process consume(String... more) throws IOException {
    return consuming(more).start();
  }

  private ProcessBuilder consuming(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("consume", "--from", "codes.txt"));
    words.addAll(List.of(more));
    if (!words.contains("--parallel=1")) {
      words.addAll(List.of("--parallel", "32"));
    }
    ProcessBuilder builder = ServeProcess.program(home, words).directory(home.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("WXCARD"));
    builder.environment().putAll(variables());
    return builder.redirectError(home.resolve("err.txt").toFile());
  }

  /** Returns once so many codes are told to be done. */
  private static void readRows(Process process, int count) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      assertThat(out.readLine()).contains("\"ok\":true");
    }
  }

  /** Returns once something is so while the process runs. */
  private static void await(Process process, Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(TIMEOUT)
        .pollInterval(BETWEEN_LOOKS)
        .failFast("the batch has ended", () -> !process.isAlive())
        .until(condition);
  }

  /** How many codes are in each state. */
  private Map<String, Long> states() throws IOException, InterruptedException {
    JsonNode held = Json.read(serve.get("/sandbox/export")).at("/tables/code");
    return held.findValuesAsText("status").stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void a_killed_batch_is_resumed_and_redeems_every_code_exactly_once() throws Exception {
    serve(CODES);
    Process process = consume("--json");
    readRows(process, CODES / 3);

    process.destroyForcibly();

    assertThat(process.waitFor()).isEqualTo(KILLED);
    long before = states().get("CONSUMED");
    assertThat(before).isGreaterThanOrEqualTo(CODES / 3).isLessThan(CODES);
    Run run =
        wx.run("consume", "--from", "codes.txt", "--resume", "--json", "--parallel", "32").exits(0);
    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows).extracting(row -> row.path("code").asText()).isEqualTo(codes);
    assertThat(rows).allMatch(row -> row.path("ok").asBoolean());
    long earlier =
        rows.stream().filter(row -> row.has("already_done") || row.has("recovered")).count();
    assertThat(earlier).isEqualTo(before);
    assertThat(states()).containsExactly(Map.entry("CONSUMED", (long) CODES));
    // A second request for a code would have been refused, and told on its row.
    assertThat(serve.get("/sandbox/journal")).doesNotContain("\"errcode\":40099");
  }

  @Test
  void what_failed_once_and_left_again_before_a_kill_is_looked_up() throws Exception {
    serve(1);
    fault("--errcode", "45009").exits(0);
    wx.run("consume", "--from", "codes.txt").exits(8);
    fault("--truncate", "--delay", "60s").exits(0);
    Process process = consume("--resume");
    await(process, () -> states().containsKey("CONSUMED"));

    process.destroyForcibly();

    assertThat(process.waitFor()).isEqualTo(KILLED);
    Run run = wx.run("consume", "--from", "codes.txt", "--resume", "--json").exits(0);
    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows).allMatch(row -> row.path("ok").asBoolean());
    assertThat(rows.get(0).path("recovered").asBoolean()).isTrue();
    assertThat(serve.get("/sandbox/journal")).doesNotContain("\"errcode\":40099");
  }

  @Test
  void what_may_have_been_sent_before_a_kill_is_looked_up_in_an_edited_file_too() throws Exception {
    serve(3);
    fault("--truncate", "--delay", "60s").exits(0);
    Process process = consume("--rate=1/m", "--parallel=1");
    await(process, () -> states().containsKey("CONSUMED"));
    process.destroyForcibly();
    assertThat(process.waitFor()).isEqualTo(KILLED);
    Files.write(home.resolve("codes.txt"), List.of(codes.get(2), codes.get(0)));

    wx.run("consume", "--from", "codes.txt", "--resume").exits(2);
    Run run = wx.run("consume", "--from", "codes.txt", "--restart", "--json").exits(0);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows).extracting(row -> row.has("recovered")).containsExactly(false, true);
    assertThat(serve.get("/sandbox/journal")).doesNotContain("\"errcode\":40099");
  }

  private Run fault(String... kind) {
    List<String> words = new ArrayList<>(List.of("sandbox", "fault", "add", "--times", "1"));
    words.addAll(List.of("--path", "/card/code/consume"));
    words.addAll(List.of(kind));
    return wx.run(words.toArray(String[]::new));
  }

  @Test
  void ctrl_c_lets_what_is_under_way_end_and_says_how_to_go_on() throws Exception {
    serve(2_000);
    Process process = consume("--json");
    readRows(process, 100);

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    List<String> rest = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor()).isEqualTo(INTERRUPTED);
    assertThat(rest).allMatch(row -> row.contains("\"ok\":true"));
    String last = Files.readString(home.resolve("err.txt"));
    assertThat(last).contains("\"kind\":\"interrupted\"", "--resume");
    assertThat(last.split("done \\d+, failed")).as("the counts once").hasSize(2);
    assertThat(last).contains("\"not_sent\":" + (2_000 - rest.size() - 100));
    assertThat(states()).containsEntry("CONSUMED", rest.size() + 100L);
    assertThat(journal().lines().filter(line -> line.startsWith("D")).count())
        .isEqualTo(rest.size() + 100L);
  }

  @Test
  void while_ctrl_c_waits_for_an_answer_it_says_so() throws Exception {
    serve(1);
    fault("--delay", "60s").exits(0);
    Process process = consume();
    await(process, () -> states().containsKey("CONSUMED"));

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    await(process, () -> Files.readString(home.resolve("err.txt")).contains("waiting up to 10 s"));
    process.destroyForcibly();
  }

  @Test
  void a_person_reads_the_counts_once_after_ctrl_c() throws Exception {
    serve(2_000);
    Process process = consume();
    await(process, () -> Files.size(journalFile()) >= 20_000);

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(INTERRUPTED);
    String err = Files.readString(home.resolve("err.txt"));
    assertThat(out).matches("done \\d+, failed 0, repeated 0, already done 0, not sent \\d+\n");
    assertThat(err)
        .contains("error: interrupted; ", "lines were not sent", "Next: Go on with --resume");
    assertThat(err).doesNotContain("done 0", "failed 0");
  }

  @Test
  void a_batch_whose_reader_goes_away_stops_and_can_be_gone_on_with() throws Exception {
    serve(CODES);
    Process process = consume("--json");
    readRows(process, 1);

    process.getInputStream().close();

    assertThat(process.waitFor()).isEqualTo(8);
    long redeemed = states().get("CONSUMED");
    assertThat(redeemed).isLessThan(CODES);
    String last = Files.readString(home.resolve("err.txt"));
    assertThat(last).contains("\"kind\":\"partial\"", "nobody reads the results any more");
    assertThat(last).contains("--resume", "\"not_sent\":" + (CODES - redeemed));
    assertThat(journal().lines().filter(line -> line.startsWith("D")).count()).isEqualTo(redeemed);

    Run run = wx.run("consume", "--from", "codes.txt", "--resume", "--parallel", "32").exits(0);
    assertThat(run.out())
        .isEqualTo(
            "done %d, failed 0, repeated 0, already done %d\n"
                .formatted(CODES - redeemed, redeemed));
    assertThat(serve.get("/sandbox/journal")).doesNotContain("\"errcode\":40099");
  }

  @Test
  void a_batch_whose_results_find_no_room_stops_and_can_be_gone_on_with() throws Exception {
    serve(CODES);
    Process process = consuming("--json").redirectOutput(new File("/dev/full")).start();

    assertThat(process.waitFor()).isEqualTo(1);
    long redeemed = states().get("CONSUMED");
    assertThat(redeemed).isLessThan(CODES);
    String last = Files.readString(home.resolve("err.txt"));
    assertThat(last).contains("cannot write to standard output", "--resume");
    assertThat(last).contains("\"not_sent\":" + (CODES - redeemed));

    wx.run("consume", "--from", "codes.txt", "--resume", "--parallel", "32").exits(0);
    assertThat(states()).containsEntry("CONSUMED", (long) CODES);
  }

  @Test
  void a_reader_that_goes_when_every_code_is_done_changes_nothing() throws Exception {
    serve(1);
    for (String format : List.of("--json", "--rate=9/s")) {
      Process process = consume(format, "--restart");
      process.getInputStream().close();
      assertThat(process.waitFor()).isEqualTo(format.equals("--json") ? 0 : 8);
      assertThat(states()).containsEntry("CONSUMED", 1L);
    }
    Process again = consume("--resume");
    again.getInputStream().close();
    assertThat(again.waitFor()).isEqualTo(8);
  }

  private Path journalFile() throws IOException {
    Path folder = Files.createDirectories(home.resolve(".local/state/wxcard/batches"));
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElse(folder);
    }
  }

  private String journal() throws IOException {
    return Files.readString(journalFile());
  }
}
