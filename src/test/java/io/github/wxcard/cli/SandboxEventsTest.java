package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import io.github.wxcard.sandbox.store.EventTable.State;
import io.github.wxcard.sandbox.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SandboxEventsTest {
  private static final String URL = "http://127.0.0.1:9/wechat";
  private static final String TOKEN = "Tokensecret7";
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

  @TempDir Path home;
  private Wxcard wx;
  private Path db;
  private Store store;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
    db = home.resolve(".local/state/wxcard/sandbox.db");
    store = Store.open(Optional.of(db), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN + "\n" + KEY + "\n", TOKEN + "\r\n" + KEY, TOKEN + "\n" + KEY})
  void a_callback_is_set_shown_and_cleared_and_its_secrets_stay_unseen(String input) {
    Run set =
        wx.typing(input)
            .run("sandbox", "callback", "set", URL, "--secrets-stdin", "--mode", "safe", "-v")
            .exits(0);
    Run shown = wx.run("sandbox", "callback", "show", "--json").exits(0);
    Run cleared = wx.run("sandbox", "callback", "clear").exits(0);

    assertThat(set.out()).isEqualTo("url " + URL + "\nmode safe\ntoken ***\nencodingAesKey ***\n");
    assertThat(set.toString()).doesNotContain(TOKEN, KEY);
    assertThat(shown.json().fieldNames())
        .toIterable()
        .containsExactly("url", "mode", "token", "encodingAesKey");
    assertThat(shown.out()).doesNotContain(TOKEN, KEY);
    assertThat(cleared.out()).isEqualTo("no callback address is set\n");
    Run gone = wx.run("sandbox", "callback", "show", "--json").exits(0);
    assertThat(gone.json().path("url").isNull()).isTrue();
  }

  @Test
  void a_plain_callback_needs_the_token_alone() {
    wx.typing(TOKEN + "\n").run("sandbox", "callback", "set", URL, "--secrets-stdin").exits(0);

    assertThat(wx.run("sandbox", "callback", "show").exits(0).out())
        .startsWith("url " + URL + "\nmode plain\n");
  }

  @Test
  void secrets_come_from_standard_input_and_are_looked_at_first() {
    String[] set = {"sandbox", "callback", "set", URL};
    String[] safe = {"sandbox", "callback", "set", URL, "--secrets-stdin", "--mode", "safe"};

    assertThat(wx.run(set).exits(2).err()).contains("--secrets-stdin");
    assertThat(wx.typing("").run(safe).exits(3).err()).contains("Token");
    assertThat(wx.typing("a-b-c\n").run(safe).exits(3).err()).contains("3 to 32");
    assertThat(wx.typing(TOKEN + "\n").run(safe).exits(3).err()).contains("needs the Encoding");
    assertThat(wx.typing(TOKEN + "\nshort\n").run(safe).exits(3).err()).contains("43");
    assertThat(wx.run("sandbox", "callback", "show").exits(0).out()).startsWith("no callback");
  }

  @Test
  void a_dry_run_shows_no_secret() {
    Run run =
        wx.typing(TOKEN + "\n" + KEY)
            .run(
                "sandbox", "callback", "set", URL, "--secrets-stdin", "--mode", "safe", "--dry-run")
            .exits(0);

    assertThat(run.out()).contains("/sandbox/callback").doesNotContain(TOKEN, KEY);
    wx.run("sandbox", "events", "--follow", "--dry-run").exits(0);
  }

  @Test
  void an_address_that_is_none_is_refused_with_the_reason() {
    Run run =
        wx.typing(TOKEN)
            .run("sandbox", "callback", "set", "127.0.0.1:9", "--secrets-stdin")
            .exits(3);

    assertThat(run.err()).contains("127.0.0.1:9", "http://… or https://…");
  }

  @Test
  void events_are_a_line_each() {
    long first = happened("4711", State.RECORDED);
    long second = happened("", State.RECORDED);

    Run text = wx.run("sandbox", "events").exits(0);
    Run json = wx.run("sandbox", "events", "--json").exits(0);

    List<String> lines = text.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches(first + " \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z user_del_card 4711 recorded 0");
    assertThat(lines.get(1)).matches(second + " \\S+ user_del_card - recorded 0");
    assertThat(json.json().path("events")).hasSize(2);
    assertThat(json.json().at("/events/0/code").asText()).isEqualTo("4711");
    assertThat(json.json().size()).isEqualTo(1);
  }

  @Test
  void an_event_is_sent_again() {
    long id = happened("4711", State.RECORDED);
    String[] resend = {"sandbox", "events", "--resend", Long.toString(id), "--json"};

    Run refused = wx.run(resend).exits(5);
    wx.typing(TOKEN).run("sandbox", "callback", "set", URL, "--secrets-stdin").exits(0);
    Run sent = wx.run(resend).exits(0);

    assertThat(refused.error().path("errcode").asInt()).isEqualTo(40201);
    assertThat(sent.json().at("/events/0/id").asLong()).isEqualTo(id);
    assertThat(sent.json().at("/events/0/state").asText()).isEqualTo("pending");
    assertThat(sent.json().at("/events/0").has("errcode")).isFalse();
    wx.run("sandbox", "events", "--resend", "99").exits(5);
  }

  @Test
  void following_prints_what_happens_and_what_becomes_of_it() {
    long early = happened("early", State.RECORDED);
    Sandbox served =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1",
                0,
                Optional.of(db),
                Optional.empty(),
                Clock.systemUTC(),
                new Random(1)));
    wx.with("WXCARD_APPID", "wx5a4db0c0000c0de1")
        .with("WXCARD_SECRET", "0123456789abcdef0123456789abcdef")
        .with("WXCARD_API_BASE", served.base().toString());

    Wxcard.Running following = wx.start("sandbox", "events", "--follow", "--json");
    following.waitFor("(\"code\":\"early\")");
    long late = happened("late", State.PENDING);
    following.waitFor("(\"code\":\"late\")");
    store.write(
        tx -> {
          var leased = tx.events().lease(tx.events().find(late).orElseThrow(), Long.MAX_VALUE);
          tx.events().settle(leased, State.DELIVERED, 0, "200 success in 1 ms");
          return null;
        });
    following.waitFor("(\"state\":\"delivered\")");
    served.close();

    List<JsonNode> lines = following.join().exits(6).out().lines().map(this::json).toList();
    assertThat(lines)
        .extracting(line -> line.path("id").asLong())
        .containsExactly(early, late, late);
    assertThat(lines)
        .extracting(line -> line.path("state").asText())
        .containsExactly("recorded", "pending", "delivered");
  }

  private JsonNode json(String line) {
    try {
      return Json.read(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long happened(String code, State state) {
    ObjectNode fields = Json.object().put("CardId", "pCard").put("UserCardCode", code);
    return store.write(
        tx -> {
          tx.events().add("user_del_card", "oSomebody", fields, tx.now(), state);
          return tx.events().newest(1).get(0).id();
        });
  }
}
