package io.github.wxcard.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.RedisServer;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that version 0.1.0 wrote on 2026-12-01, three killed batches among them, go on working
 * where they lie. Nothing here may be written anew: what people have on their disks stays as it is.
 */
class RecordedFilesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T01:30:00Z"), ZoneOffset.UTC);

  private static final String IMPORTED = "p5a4DbH-MpZqXaK2tu5GvCdif50A";
  private static final String CLAIMED = "p5a4DbaF1rVH5Pw1Jsz7MmiVJ6Lg";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void aHomeOfThatTime() throws IOException {
    wx = new Wxcard(home).in(home).at(CLOCK);
    put("config.json", ".config/wxcard/config.json");
    put("sandbox.db", ".local/state/wxcard/sandbox.db");
    for (String journal :
        List.of(
            "consume-66d0e1972327726c45939dba2465d365.jsonl",
            "code-deposit-872d65837c7141a701472f599434b348.jsonl",
            "code-void-677663a23e9045fce3bde0f576040035.jsonl")) {
      put(journal, ".local/state/wxcard/batches/" + journal);
    }
  }

  private void put(String resource, String place) throws IOException {
    Path file = home.resolve(place);
    Files.createDirectories(file.getParent());
    Files.write(file, content(resource));
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static byte[] content(String resource) throws IOException {
    try (InputStream in = RecordedFilesTest.class.getResourceAsStream("files/" + resource)) {
      return in.readAllBytes();
    }
  }

  @Test
  void tokens_and_tickets_of_the_config_file_are_used_where_nobody_answers() {
    JsonNode token = wx.run("token", "--json").exits(0).json();
    assertThat(token.path("access_token").asText()).startsWith("88_aRj4lvMnSZfcG9Qq");
    assertThat(token.path("cached").asBoolean()).isTrue();
    assertThat(token.path("expires_at").asText()).isEqualTo("2026-12-01T03:18:44Z");
    String card =
        wx.run("sign", "card", IMPORTED, "--timestamp", "1", "--nonce", "2").exits(0).out();
    assertThat(card).contains("8708963508af67897502d189af3599cd6f4fdee6");
    wx.run("sign", "page", "https://shop.example/").exits(0);
  }

  @Test
  void every_key_of_the_config_file_is_read_and_kept() throws IOException {
    JsonNode before = Json.read(Files.readAllBytes(wx.config()));
    JsonNode shown = wx.run("profile", "show", "real", "--json").exits(0).json();
    assertThat(shown.path("app_id").asText()).isEqualTo("wx0123456789abcdef");
    wx.run("config", "set", "current", "real").exits(0);
    JsonNode after = Json.read(Files.readAllBytes(wx.config()));
    assertThat(after.path("current").asText()).isEqualTo("real");
    assertThat(after.path("profiles")).isEqualTo(before.path("profiles"));
    assertThat(after.path("cache")).isEqualTo(before.path("cache"));
  }

  @Test
  void testers_set_last_are_remembered() {
    Run run = wx.run("whitelist", "--add", "--username", "usr2", "--sandbox").exits(0);
    assertThat(run.out()).isEqualTo("usr1\nusr2\noABC\n");
  }

  @Test
  void the_database_has_its_cards_and_goes_on() {
    assertThat(wx.run("card", "list", "--sandbox").exits(0).out().lines())
        .containsExactlyInAnyOrder(IMPORTED, CLAIMED);
    String code = "C006";
    wx.run("consume", code, "--card-id", CLAIMED, "--sandbox").exits(0);
    wx.run("consume", code, "--card-id", CLAIMED, "--sandbox").exits(5);
  }

  @Test
  void an_export_is_a_seed() throws IOException {
    put("seed.json", "seed.json");
    wx.run("sandbox", "exec", "--seed", "seed.json", "--export", "again.json", "--", "true")
        .exits(0);
    JsonNode seed = Json.read(content("seed.json")).path("tables");
    JsonNode again = Json.read(Files.readAllBytes(home.resolve("again.json"))).path("tables");
    for (String table : List.of("card", "code", "person", "tester")) {
      assertThat(again.path(table)).as(table).isNotEmpty().isEqualTo(seed.path(table));
    }
  }

  /** Of its six codes two were done; what had become of the third nobody had heard. */
  @Test
  void a_killed_batch_of_consume_sends_what_is_missing() {
    List<String> before = sent("/card/code/consume");
    Run run = resumed(lines("C%03d", 6), "consume", "--card-id", CLAIMED);
    assertThat(run.exits(0).out())
        .isEqualTo("done 4, failed 0, repeated 0, already done 2, recovered 1\n");
    List<String> all = sent("/card/code/consume");
    assertThat(all.subList(before.size(), all.size()))
        .containsExactly(code("C004"), code("C005"), code("C006"));
  }

  @Test
  void a_killed_batch_of_void_sends_what_is_missing() {
    List<String> before = sent("/card/code/unavailable");
    Run run = resumed(lines("V%03d", 6), "code", "void", "--card-id", CLAIMED);
    assertThat(run.exits(0).out())
        .isEqualTo("done 4, failed 0, repeated 0, already done 2, recovered 1\n");
    List<String> all = sent("/card/code/unavailable");
    assertThat(all.subList(before.size(), all.size()))
        .containsExactly(code("V004"), code("V005"), code("V006"));
  }

  /** Of its 230 codes the first hundred were done; the second had got no answer. */
  @Test
  void a_killed_batch_of_deposit_sends_what_is_missing() {
    int before = sent("/card/code/deposit").size();
    Run run = resumed(lines("R%04d", 230), "code", "deposit", IMPORTED);
    assertThat(run.exits(0).out()).isEqualTo("done 130, failed 0, repeated 0, already done 100\n");
    assertThat(run.err()).contains("counted 30 new, 100 known and 0 refused");
    List<String> all = sent("/card/code/deposit");
    assertThat(all.subList(before, all.size()))
        .satisfiesExactly(
            first -> assertThat(first).contains("\"R0101\"", "\"R0200\"").doesNotContain("R0100"),
            second -> assertThat(second).contains("[\"R0201\"", "\"R0230\"]"));
  }

  private static String code(String code) {
    return Json.write(Json.object().put("code", code).put("card_id", CLAIMED));
  }

  private Run resumed(String input, String... line) {
    List<String> words = new ArrayList<>(List.of(line));
    words.addAll(List.of("--from", "-", "--resume", "--parallel", "1", "--sandbox"));
    return wx.fed(input.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
  }

  private static String lines(String format, int count) {
    StringBuilder lines = new StringBuilder();
    IntStream.rangeClosed(1, count)
        .forEach(number -> lines.append(format.formatted(number)).append('\n'));
    return lines.toString();
  }

  private List<String> sent(String path) {
    JsonNode entries =
        wx.run("sandbox", "journal", "--json", "--sandbox").exits(0).json().path("entries");
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(entry -> entry.path("path").asText().endsWith(path))
        .map(entry -> entry.path("request").asText())
        .toList();
  }

  @Test
  void keys_in_redis_are_found_and_nothing_is_fetched() throws IOException {
    try (RedisServer redis = RedisServer.start()) {
      for (String line :
          new String(content("redis.txt"), StandardCharsets.UTF_8).lines().toList()) {
        String[] entry = line.split(" ", 2);
        redis.set(entry[0], entry[1], 7_000_000);
      }
      wx.with("WXCARD_PROFILE", "real").with("WXCARD_TOKEN_STORE", redis.url());
      JsonNode token = wx.run("token", "--json").exits(0).json();
      assertThat(token.path("access_token").asText()).startsWith("88_htmW6U87wPgViL9e");
      assertThat(token.path("cached").asBoolean()).isTrue();
      wx.run("sign", "card", IMPORTED).exits(0);
      wx.run("sign", "page", "https://shop.example/").exits(0);
      assertThat(redis.keys()).hasSize(3);
    }
  }

  @Test
  void a_scenario_with_captures_runs() throws IOException {
    put("scenario.json", "scenario.json");
    wx.run("run", "scenario.json", "--sandbox").exits(0);
  }
}
