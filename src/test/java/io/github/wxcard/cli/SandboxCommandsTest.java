package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxCommandsTest {
  private static final Path GROUPON = Path.of("samples/groupon.json").toAbsolutePath();

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void a_qr_code_from_elsewhere_is_called_one() {
    Run run = wx.run("sandbox", "scan", "gQElsewhere", "--as", "usr1", "--json").exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40073);
    assertThat(run.error().path("meaning").asText()).contains("QR code");
    assertThat(run.error().path("fix").asText()).contains("wxcard qrcode");
  }

  @Test
  void waiting_for_what_is_no_address_ends_at_once() {
    for (String url : new String[] {"8900", "http://a b", "ftp://127.0.0.1", "http://"}) {
      assertThat(wx.run("sandbox", "wait", url).exits(2).err())
          .contains(url + " is not an address", "http://127.0.0.1:8900");
    }
  }

  @Test
  void an_approved_card_is_scanned_by_anybody() {
    String cardId = wx.run("create", GROUPON.toString(), "--sandbox").exits(0).out().strip();
    JsonNode qr = wx.run("qrcode", cardId, "--sandbox", "--json").exits(0).json();
    String ticket = qr.path("ticket").asText();

    Run refused = wx.run("sandbox", "scan", ticket, "--as", "anybody", "--json").exits(5);
    assertThat(refused.error().path("errcode").asInt()).isEqualTo(72022);
    assertThat(wx.run("sandbox", "approve", cardId).exits(0).out()).isEqualTo(cardId + "\n");

    Run byTicket = wx.run("sandbox", "scan", ticket, "--as", "anybody").exits(0);
    Run byLink =
        wx.run("sandbox", "scan", qr.path("url").asText(), "--as", "anybody", "--json").exits(0);
    assertThat(byTicket.out()).matches(cardId + " [0-9]{12} o[\\w-]{27}\n");
    assertThat(byLink.json().fieldNames())
        .toIterable()
        .containsExactly("card_id", "code", "openid");
    wx.run("consume", byLink.json().path("code").asText(), "--sandbox").exits(0);
  }

  @Test
  void status_counts_and_reset_forgets() {
    wx.run("create", GROUPON.toString(), "--sandbox").exits(0);
    JsonNode before = wx.run("sandbox", "status", "--json").exits(0).json();

    wx.run("sandbox", "reset", "--yes").exits(0);

    JsonNode after = wx.run("sandbox", "status", "--json").exits(0).json();
    assertThat(before.path("cards").asInt()).isEqualTo(1);
    assertThat(after.path("cards").asInt(-1)).isZero();
    assertThat(after.path("instance")).isNotEqualTo(before.path("instance"));
    assertThat(after.has("errcode")).isFalse();
    wx.run("create", GROUPON.toString(), "--sandbox").exits(0);
  }

  @Test
  void a_verb_needs_no_account_even_where_ci_is_set() {
    Run run = wx.with("CI", "true").run("sandbox", "status").exits(0);

    assertThat(run.out()).contains("appid wx5a4db0c0000c0de1", home.toString());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_verb_works_the_served_sandbox_that_the_environment_names() {
    try (Sandbox served = inMemory()) {
      pointAt(served.base());
      String cardId = wx.run("create", GROUPON.toString()).exits(0).out().strip();

      wx.run("sandbox", "approve", cardId).exits(0);

      JsonNode status = wx.run("sandbox", "status", "--json").exits(0).json();
      assertThat(status.path("db").asText()).isEqualTo(":memory:");
      assertThat(status.path("cards").asInt()).isEqualTo(1);
    }
  }

  @Test
  void a_verb_stays_on_this_machine_when_the_account_is_real() {
    pointAt(URI.create("https://api.weixin.qq.com"));

    JsonNode status = wx.run("sandbox", "status", "--json").exits(0).json();

    assertThat(status.path("db").asText()).startsWith(home.toString());
  }

  @Test
  void wait_answers_when_the_sandbox_does() {
    try (Sandbox served = inMemory()) {
      JsonNode facts =
          wx.run("sandbox", "wait", served.base().toString(), "--json").exits(0).json();
      assertThat(facts.path("instance").asText()).isEqualTo(served.instance());
    }
  }

  @Test
  void wait_gives_up_when_nobody_answers() {
    URI nobody;
    try (Sandbox served = inMemory()) {
      nobody = served.base();
    }

    Run run = wx.run("sandbox", "wait", nobody.toString(), "--timeout", "300ms").exits(6);

    assertThat(run.err()).contains("no sandbox answered at " + nobody + " within 300 ms");
  }

  @Test
  void a_database_that_cannot_be_opened_is_told_before_anything_else() throws Exception {
    Path occupied = Files.createFile(home.resolve("occupied"));

    Run run =
        wx.with("WXCARD_SANDBOX_DB", occupied.resolve("x.db").toString())
            .run("sandbox", "status")
            .exits(7);

    assertThat(run.err())
        .contains("Next: Name a file in a folder that can be written to, in WXCARD_SANDBOX_DB.");
  }

  @Test
  void serve_knows_which_ports_there_are() {
    assertThat(wx.run("sandbox", "serve", "--port", "65536").exits(2).err()).contains("65536");
    wx.run("sandbox", "serve", "--db", "x", "--memory").exits(2);
    assertThat(wx.run("sandbox").exits(2).err()).contains("serve, wait, status");
  }

  private void pointAt(URI base) {
    wx.with("WXCARD_APPID", "wx5a4db0c0000c0de1")
        .with("WXCARD_SECRET", "0123456789abcdef0123456789abcdef")
        .with("WXCARD_API_BASE", base.toString());
  }

  private static Sandbox inMemory() {
    return Sandbox.start(
        new SandboxOptions(
            "127.0.0.1", 0, Optional.empty(), Optional.empty(), Clock.systemUTC(), new Random(1)));
  }
}
