package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import io.github.wxcard.sandbox.http.AccessRules;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sign.MessageMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the sandbox pushes, the listener understands. */
@Timeout(60)
final class ListeningToTheSandboxTest {
  @TempDir Path home;
  private Wxcard wx;
  private Sandbox sandbox;

  @BeforeEach
  void serve() {
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1",
                0,
                Optional.of(home.resolve("sandbox.db")),
                Optional.empty(),
                Clock.systemUTC(),
                new Random(1),
                AccountPolicy.USUAL,
                true,
                AccessRules.LOCAL));
    wx = new Wxcard(home).with("WXCARD_API_BASE", sandbox.base().toString());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(MessageMode.class)
  void a_card_from_its_review_to_its_end_is_followed(MessageMode mode) {
    Listening listening = Callback.listen(wx, "--count", "3");
    wx.run(
            "sandbox",
            "callback",
            "set",
            listening.url(),
            "--secrets-stdin",
            "--mode",
            mode.wireName())
        .exits(0);

    String cardId = jq(".card_id", "create", "samples/groupon.json");
    wx.run("sandbox", "approve", cardId).exits(0);
    String url = jq(".url", "qrcode", cardId);
    String code = jq(".code", "sandbox", "scan", url, "--as", "somebody");
    wx.run("consume", code).exits(0);

    List<JsonNode> lines =
        listening.running().join().exits(0).out().lines().map(this::json).toList();
    assertThat(lines)
        .extracting(line -> line.path("event").asText())
        .containsExactlyInAnyOrder("card_pass_check", "user_get_card", "user_consume_card");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.path("mode").asText()).isEqualTo(mode.wireName());
              assertThat(line.at("/message/CardId").asText()).isEqualTo(cardId);
            });
    assertThat(lines)
        .filteredOn(line -> line.path("event").asText().startsWith("user"))
        .extracting(line -> line.at("/message/UserCardCode").asText())
        .containsOnly(code);
  }

  private String jq(String filter, String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--jq";
    all[words.length + 1] = filter;
    return wx.run(all).exits(0).out().strip();
  }

  private JsonNode json(String line) {
    try {
      return Json.read(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
