package io.github.wxcard.cli.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HeldTicket;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that carry cards, at the command line. */
final class MessageCommandsTest {
  private static final TerminalInfo TERMINAL =
      new TerminalInfo(true, true, true, () -> 100, ColorChoice.NEVER);

  @TempDir Path home;
  private Wxcard wx;
  private HeldTicket held;

  @BeforeEach
  void holdACard() {
    wx = new Wxcard(home);
    held = HeldTicket.ofSample(wx, "groupon.json", "/base_info/get_limit=9");
  }

  private JsonNode sent(int count) {
    assertThat(held.documents("message")).hasSize(count);
    return count == 0 ? Json.object() : held.documents("message").get(count - 1);
  }

  @Test
  void a_card_is_sent_to_one() {
    Run run = held.run("message send --openid USER --card-id CARD").exits(0);

    assertThat(run.out()).isEqualTo(held.cardId() + " " + held.openid() + "\n");
    JsonNode message = sent(1);
    assertThat(message.path("call").asText()).isEqualTo("custom");
    assertThat(message.at("/to/0").asText()).isEqualTo(held.openid());
    assertThat(message.path("card_id").asText()).isEqualTo(held.cardId());
  }

  @Test
  void what_goes_along_with_the_card_is_signed_with_the_accounts_ticket() throws Exception {
    String line = "message send --openid USER --card-id CARD --card-ext-outer-str shop-3";
    held.run(line + " --card-ext-openid USER").exits(0);

    sent(1);
    JsonNode request = held.run("sandbox journal --json").json().path("entries");
    String body = "";
    for (JsonNode entry : request) {
      body = entry.path("path").asText().endsWith("/send") ? entry.path("request").asText() : body;
    }
    JsonNode ext = Json.read(Json.read(body).at("/wxcard/card_ext").asText());
    assertThat(ext.path("openid").asText()).isEqualTo(held.openid());
    assertThat(ext.path("outer_str").asText()).isEqualTo("shop-3");
  }

  @Test
  void somebody_who_did_nothing_for_two_days_cannot_be_written_to() {
    held.run("sandbox clock +3d").exits(0);

    Run run = held.run("message send --openid USER --card-id CARD").exits(5);

    assertThat(run.err()).contains("45015", "48 h", "Next:");
    sent(0);
  }

  @Test
  void a_message_that_may_have_gone_out_is_not_sent_again() {
    String custom = "/cgi-bin/message/custom/send";
    held.run("sandbox fault add --path " + custom + " --truncate").exits(0);

    Run run = held.run("message send --openid USER --card-id CARD --json").exits(6);

    assertThat(run.error().path("fix").asText()).contains("Ask the receiver");
    assertThat(held.requests(custom)).isEqualTo(1);
    sent(1);
  }

  @Test
  void a_preview_goes_to_a_name_or_an_openid() {
    assertThat(held.run("message preview --card-id CARD --openid USER").exits(0).out())
        .matches("msg_id \\d+\n");
    assertThat(sent(1).path("call").asText()).isEqualTo("preview");
    held.run("message preview --card-id CARD --name usr1").exits(0);
    assertThat(sent(2).at("/to/0").asText()).isEqualTo(held.openid());
  }

  @ParameterizedTest
  @CsvSource({"--all,{\"is_to_all\":true}", "--tag 2,{\"tag_id\":2}"})
  void a_mass_message_goes_to_all_or_to_a_tag(String receivers, String to) {
    JsonNode json =
        held.run("message mass --card-id CARD --yes --json " + receivers).exits(0).json();

    assertThat(json.fieldNames()).toIterable().containsExactly("msg_id");
    assertThat(Json.write(sent(1).path("to"))).isEqualTo(to);
  }

  @Test
  void a_mass_message_goes_to_several_openids() {
    String other = held.run("sandbox users --json").json().at("/users/0/openid").asText();
    held.run("message mass --card-id CARD --yes --openid USER --openid " + other).exits(0);
    assertThat(sent(1).path("to")).hasSize(2);
    assertThat(held.run("message mass --card-id CARD --yes --openid USER").exits(3).err())
        .contains("2 to 10,000");
    sent(1);
  }

  @Test
  void without_a_terminal_a_mass_message_must_be_meant() {
    assertThat(held.run("message mass --card-id CARD --all").exits(2).err())
        .contains("EVERY follower", "for good", "--yes");
    held.run("message mass --card-id CARD --all --dry-run").exits(0);
    sent(0);
  }

  @Test
  void on_a_terminal_a_mass_message_is_asked_for() {
    wx.on(TERMINAL).typing("n\n");
    assertThat(held.run("message mass --card-id CARD --tag 2").exits(0).err())
        .contains("tag 2", "[y/N]", "nothing was done");
    wx.typing("");
    held.run("message mass --card-id CARD --tag 2").exits(130);
    sent(0);
    wx.typing("y\n");
    held.run("message mass --card-id CARD --tag 2").exits(0);
    sent(1);
  }

  @Test
  void a_lost_mass_message_is_not_sent_again() {
    String path = "/cgi-bin/message/mass/sendall";
    held.run("sandbox fault add --path " + path + " --errcode -1").exits(0);

    Run run = held.run("message mass --card-id CARD --all --yes").exits(5);

    assertThat(run.err()).contains("console");
    assertThat(held.requests(path)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send --card-id CARD",
        "preview --card-id CARD",
        "preview --card-id CARD --openid USER --name usr1",
        "mass --card-id CARD --yes",
        "mass --card-id CARD --yes --all --tag 2",
        "mass --card-id CARD --yes --tag two",
      })
  void who_gets_it_must_be_said_in_one_way(String line) {
    held.run("message " + line).exits(2);
    sent(0);
  }

  @Test
  void empty_words_are_bad_input() {
    held.run("message send --openid USER --card-id", " ").exits(3);
    held.run("message mass --all --yes --card-id", "").exits(3);
    held.run("message preview --card-id CARD --name", "").exits(3);
    held.run("message send --openid USER --card-id CARD --card-ext-code", "").exits(3);
    sent(0);
  }

  @Test
  void the_examples_can_be_run() {
    held.examples("message send");
    held.examples("message preview");
    held.examples("message mass");
  }
}
