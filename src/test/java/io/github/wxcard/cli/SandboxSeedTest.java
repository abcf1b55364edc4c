package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writing a state down, beginning with one, and choosing the account. */
@Timeout(60)
final class SandboxSeedTest {
  private static final Path GROUPON = Path.of("samples/groupon.json").toAbsolutePath();

  @TempDir Path home;
  private Wxcard wx;
  private String cardId;

  @BeforeEach
  void aCard() {
    wx = new Wxcard(home).in(home);
    cardId = wx.run("create", GROUPON.toString(), "--sandbox").exits(0).out().strip();
  }

  @Test
  void an_export_is_the_whole_state_as_json() {
    JsonNode text = wx.run("sandbox", "export").exits(0).json();
    JsonNode json = wx.run("sandbox", "export", "--json").exits(0).json();

    assertThat(text.path("wxcard_sandbox").asInt()).isEqualTo(1);
    assertThat(text.at("/tables/card/0/id").asText()).isEqualTo(cardId);
    assertThat(text.has("errcode")).isFalse();
    assertThat(json).isEqualTo(text);
  }

  @Test
  void a_served_sandbox_begins_with_the_export_of_another() throws Exception {
    Run written = wx.run("sandbox", "export", "seed.json", "--json").exits(0);
    assertThat(written.json().at("/rows/card").asInt()).isEqualTo(1);
    assertThat(wx.run("sandbox", "export", "again.json").exits(0).out()).isEqualTo("again.json\n");

    Path seed = home.resolve("seed.json");
    try (ServeProcess serve =
        ServeProcess.start(home, "--port", "0", "--memory", "--seed", seed.toString())) {
      assertThat(Json.read(serve.get("/sandbox/status")).path("cards").asInt()).isEqualTo(1);
      assertThat(serve.get("/sandbox/export")).contains(cardId);
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_told_before_the_call() {
    assertThat(wx.run("sandbox", "export", "no/such/seed.json").exits(3).err()).contains("no");
  }

  @Test
  void a_seed_with_a_mistake_names_its_place() throws IOException {
    assertThat(serve("absent.json").exits(3).err()).contains("absent.json does not exist");
    write("broken.json", "{\"wxcard_sandbox\": 1,\n \"tables\": {]}");
    assertThat(serve("broken.json").exits(3).err()).contains("broken.json:2:");
    write("row.json", "{\"wxcard_sandbox\": 1, \"tables\": {\"card\": [{\"id\": \"p\"}]}}");
    assertThat(serve("row.json").exits(3).err())
        .contains("table card, row 1: column type is missing", "row.json");
    write("table.json", "{\"wxcard_sandbox\": 1, \"tables\": {\"cards\": []}}");
    assertThat(serve("table.json").exits(3).err()).contains("'cards'", "Was card meant?");
  }

  @Test
  void a_database_in_use_is_not_replaced() {
    wx.run("sandbox", "export", "seed.json").exits(0);

    Run run = wx.run("sandbox", "serve", "--port", "0", "--seed", "seed.json").exits(7);

    assertThat(run.err()).contains("cards: 1", "--memory", "wxcard sandbox reset");
    assertThat(run.out()).isEmpty();
    assertThat(wx.run("sandbox", "export").exits(0).out()).contains(cardId);
  }

  @Test
  void serve_plays_the_account_that_its_options_describe() throws Exception {
    try (ServeProcess serve =
        ServeProcess.start(
            home,
            "--port",
            "0",
            "--memory",
            "--strict",
            "--auto-approve",
            "--without",
            "pay",
            "--without",
            "custom-code")) {
      JsonNode status = Json.read(serve.get("/sandbox/status"));
      assertThat(status.path("strict").asBoolean()).isTrue();
      assertThat(status.path("auto_approve").asBoolean()).isTrue();
      assertThat(status.path("without").toString()).isEqualTo("[\"custom-code\",\"pay\"]");
    }
  }

  @Test
  void a_right_that_nobody_can_have_is_refused_with_those_there_are() {
    assertThat(wx.run("sandbox", "serve", "--without", "custom_code").exits(2).err())
        .contains("custom_code", "card, custom-code, balance, bonus");
    assertThat(wx.run("sandbox", "serve", "--help").exits(0).out())
        .contains("--strict", "--auto-approve", "--seed", "custom-code");
  }

  private Run serve(String seed) {
    return wx.run("sandbox", "serve", "--port", "0", "--memory", "--seed", seed);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(home.resolve(name), text);
  }
}
