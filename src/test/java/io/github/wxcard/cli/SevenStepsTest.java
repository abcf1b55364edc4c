package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logo, testers and redeeming, one command at a time. */
class SevenStepsTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  private JsonNode claim() {
    String cardId = wx.run("create", "samples/groupon.json", "--sandbox").exits(0).out().strip();
    wx.run("whitelist", "--username", "tester", "--sandbox").exits(0);
    String url = wx.run("qrcode", cardId, "--sandbox", "--jq", ".url").exits(0).out().strip();
    return wx.run("sandbox", "scan", url, "--as", "tester", "--sandbox", "--json").exits(0).json();
  }

  @Test
  void a_logo_becomes_a_url() {
    assertThat(wx.run("upload-logo", "samples/logo.png", "--sandbox").exits(0).out())
        .startsWith("http://127.0.0.1:8900/");
  }

  @Test
  void an_image_over_1_mb_is_refused_with_its_size_and_the_limit() throws IOException {
    byte[] large = new byte[1024 * 1024 + 1];
    System.arraycopy(Files.readAllBytes(Path.of("samples/logo.png")), 0, large, 0, 100);
    Path file = Files.write(home.resolve("large.png"), large);
    assertThat(wx.run("upload-logo", file.toString(), "--sandbox").exits(3).err())
        .contains("1,048,577", "1,048,576");
  }

  @Test
  void what_is_no_image_is_refused_before_the_call() throws IOException {
    Path file = Files.writeString(home.resolve("logo.gif"), "GIF89a");
    assertThat(wx.run("upload-logo", file.toString(), "--sandbox").exits(3).err())
        .contains("PNG", "JPEG");
  }

  @Test
  void a_claimed_code_is_redeemed_and_tells_card_and_holder() {
    JsonNode held = claim();
    Run run = wx.run("consume", held.path("code").asText(), "--sandbox").exits(0);
    assertThat(run.out())
        .isEqualTo(held.path("card_id").asText() + " " + held.path("openid").asText() + "\n");
  }

  @Test
  void redeeming_twice_is_refused_in_words() {
    String code = claim().path("code").asText();
    JsonNode json = wx.run("consume", code, "--sandbox", "--json").exits(0).json();
    assertThat(json.fieldNames()).toIterable().containsExactly("card_id", "openid", "code");
    Run again = wx.run("consume", code, "--sandbox").exits(5);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains("40099", "consumed", "Next:");
  }

  @Test
  void testers_are_listed_one_a_line_and_the_person_is_told_that_the_list_was_replaced() {
    Run run = wx.run("whitelist", "--username", "usr1", "--openid", "oABC", "--sandbox").exits(0);
    assertThat(run.out()).isEqualTo("usr1\noABC\n");
    assertThat(run.err()).contains("replaced");
  }

  @Test
  void what_is_said_before_a_command_and_after_it_stays_said() {
    String code = claim().path("code").asText();
    Run run = wx.run("--dry-run", "--sandbox", "consume", code, "--sandbox", "--dry-run").exits(0);
    assertThat(run.out()).contains("/card/code/consume");
    assertThat(wx.run("consume", code, "--sandbox").exits(0).out()).isNotBlank();
  }

  @Test
  void a_dry_run_does_not_claim_that_the_list_was_replaced() {
    Run run = wx.run("whitelist", "--username", "usr1", "--sandbox", "--dry-run").exits(0);
    assertThat(run.out()).contains("/card/testwhitelist/set", "usr1");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void testers_can_be_added_to_the_ones_set_last() {
    wx.run("whitelist", "--username", "usr1", "--sandbox").exits(0);
    JsonNode json =
        wx.run("whitelist", "--add", "--username", "usr2", "--sandbox", "--json").exits(0).json();
    assertThat(json.path("username")).hasSize(2);
    assertThat(wx.run("whitelist", "--clear", "--sandbox").exits(0).out()).isEmpty();
  }

  @Test
  void eleven_testers_are_refused_before_the_call() {
    String[] words = new String[3 + 22];
    words[0] = "whitelist";
    words[1] = "--sandbox";
    words[2] = "--json";
    for (int i = 0; i < 11; i++) {
      words[3 + 2 * i] = "--username";
      words[4 + 2 * i] = "usr" + i;
    }
    assertThat(wx.run(words).exits(3).error().path("errmsg").asText()).contains("11", "10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consume|",
        "qrcode|",
        "qrcode|--from-url|",
        "whitelist|--username|",
        "whitelist|--openid| "
      })
  void an_empty_word_is_refused_before_the_call(String line) {
    String[] words = (line + "|--sandbox|--json").split("\\|");
    assertThat(wx.run(words).exits(3).error().path("errmsg").asText()).endsWith("is empty");
  }

  @Test
  void no_testers_at_all_is_a_usage_error_because_it_would_clear_the_list() {
    assertThat(wx.run("whitelist", "--sandbox").exits(2).err()).contains("--clear");
  }
}
