package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing with tickets that the account, here the sandbox's, is asked for. */
class SignWithAccountTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void the_accounts_ticket_is_used_without_one_on_standard_input() throws Exception {
    JsonNode json = wx.run("sign", "card", CARD_ID, "--sandbox", "--json").exits(0).json();
    String joined =
        StreamSupport.stream(json.path("signed").spliterator(), false)
            .map(JsonNode::asText)
            .reduce("", String::concat);
    assertThat(json.path("signed")).hasSize(4);
    assertThat(json.path("signature").asText()).isEqualTo(sha1(joined));
  }

  @Test
  void the_accounts_jsapi_ticket_is_recognised_in_a_cards_signature() throws Exception {
    JsonNode page =
        wx.run(
                "sign",
                "page",
                "http://a.example/",
                "--sandbox",
                "--json",
                "--explain",
                "--nonce",
                "")
            .exits(0)
            .json();
    String jsapi = page.at("/signed/0").asText();
    String[] values = {jsapi, "1404896688", CARD_ID};
    Arrays.sort(values);
    Run run =
        wx.run(
                "sign",
                "card",
                CARD_ID,
                "--sandbox",
                "--timestamp",
                "1404896688",
                "--nonce",
                "",
                "--verify",
                sha1(String.join("", values)))
            .exits(5);
    assertThat(run.err()).contains("the jsapi ticket was signed", "Sign with the wx_card ticket.");
  }

  @Test
  void a_dry_run_shows_the_request_for_the_ticket_and_verifies_nothing() {
    Run run =
        wx.run(
                "sign",
                "card",
                CARD_ID,
                "--sandbox",
                "--dry-run",
                "--timestamp",
                "1",
                "--nonce",
                "",
                "--verify",
                "0".repeat(40))
            .exits(0);
    assertThat(run.out()).contains("/cgi-bin/ticket/getticket", "type=wx_card");
    assertThat(run.err()).isEmpty();
  }

  private static String sha1(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
