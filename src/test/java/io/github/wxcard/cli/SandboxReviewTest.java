package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxReviewTest {
  private static final Path GROUPON = Path.of("samples/groupon.json").toAbsolutePath();

  @TempDir Path home;
  private Wxcard wx;
  private String cardId;

  @BeforeEach
  void makeCard() {
    wx = new Wxcard(home);
    cardId = wx.run("create", GROUPON.toString(), "--sandbox").exits(0).out().strip();
  }

  @Test
  void a_rejected_card_is_handed_out_to_nobody() {
    assertThat(wx.run("sandbox", "reject", cardId, "--reason", "图片模糊").exits(0).out())
        .isEqualTo(cardId + "\n");

    Run run = wx.run("qrcode", cardId, "--sandbox", "--json").exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40078);

    wx.run("sandbox", "approve", cardId).exits(0);
    wx.run("qrcode", cardId, "--sandbox", "--json").exits(0);
  }

  @Test
  void json_names_the_card() {
    JsonNode answer =
        wx.run("sandbox", "reject", cardId, "--reason", "no", "--json").exits(0).json();
    assertThat(answer.fieldNames()).toIterable().containsExactly("card_id");
    assertThat(answer.path("card_id").asText()).isEqualTo(cardId);
  }

  @Test
  void a_rejection_says_why() {
    assertThat(wx.run("sandbox", "reject", cardId).exits(2).err()).contains("--reason");
    wx.run("sandbox", "reject", cardId, "--reason", " ").exits(3);
    Run unknown = wx.run("sandbox", "reject", "pNothing", "--reason", "no", "--json").exits(5);
    assertThat(unknown.error().path("errcode").asInt()).isEqualTo(40073);
    wx.run("qrcode", cardId, "--sandbox", "--json").exits(0);
  }

  @Test
  void a_sub_merchant_is_reviewed_under_its_number() {
    String line = "submerchant submit samples/api/sub-merchant.json --protocol samples/logo.png";
    String number =
        wx.run((line + " --sandbox --jq .info.merchant_id").split(" ")).exits(0).out().strip();

    assertThat(wx.run("sandbox", "approve", number).exits(0).out()).isEqualTo(number + "\n");
    assertThat(status(number)).isEqualTo("APPROVED");
    Run rejected = wx.run("sandbox", "reject", number, "--reason", "印章缺失", "--json").exits(0);
    assertThat(rejected.json().toString()).isEqualTo("{\"merchant_id\":" + number + "}");
    assertThat(status(number)).isEqualTo("REJECTED");
    assertThat(wx.run("sandbox", "events").exits(0).out())
        .containsSubsequence(
            "card_merchant_check_result " + number, "card_merchant_check_result " + number);

    Run unknown = wx.run("sandbox", "approve", "1", "--json").exits(5);
    assertThat(unknown.error().path("errcode").asInt()).isEqualTo(40139);
    wx.run("sandbox", "approve", " ").exits(3);
  }

  private String status(String number) {
    return wx.run("submerchant", "get", number, "--sandbox", "--jq", ".info.status")
        .exits(0)
        .out()
        .strip();
  }
}
