package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import io.github.wxcard.output.qr.Scanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class HelloCommandTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void the_sandbox_walks_from_the_token_to_the_redeemed_code() {
    Run run = wx.run("hello", "--sandbox", "--json").exits(0);
    JsonNode steps = run.json().path("steps");
    assertThat(steps.findValuesAsText("name"))
        .containsExactly(
            "token", "upload-logo", "create", "qrcode", "show", "whitelist", "consume");
    assertThat(steps).allMatch(step -> step.path("ok").asBoolean());
    assertThat(steps.findValuesAsText("step")).containsExactly("1", "2", "3", "4", "5", "6", "7");
    assertThat(run.json().path("target").asText()).isEqualTo("sandbox");
    assertThat(run.json().path("base").asText()).startsWith("http://127.0.0.1:");
    assertThat(run.json().at("/steps/2/result/card_id")).isEqualTo(run.json().path("card_id"));
    assertThat(run.json().at("/steps/6/result/code")).isEqualTo(run.json().path("code"));
  }

  @Test
  void a_second_walk_works_like_the_first() {
    wx.run("hello", "--sandbox").exits(0);
    wx.run("hello", "--sandbox").exits(0);
  }

  @Test
  void the_code_is_really_redeemed() {
    String code = wx.run("hello", "--sandbox", "--jq", ".code").exits(0).out().strip();
    Run again = wx.run("consume", code, "--sandbox", "--json").exits(5);
    assertThat(again.error().path("errcode").asInt()).isEqualTo(40099);
  }

  @Test
  void the_story_tells_that_nobody_but_testers_can_claim() {
    Run run = wx.run("hello", "--sandbox").exits(0);
    assertThat(run.out())
        .contains("1 token", "7 consume", "refused, 72022", "7 steps done")
        .containsSubsequence("5 show", "72022", "6 whitelist", "gets the card", "7 consume");
  }

  @Test
  void the_report_holds_no_token() throws IOException {
    Run run = wx.run("hello", "--sandbox", "--json").exits(0);
    String token = wx.run("token", "--sandbox").exits(0).out().strip();
    assertThat(run.out() + run.err()).doesNotContain(token);
    assertThat(Files.readString(wx.config())).contains(token);
  }

  @Test
  void until_names_the_last_step() {
    Run run = wx.run("hello", "--sandbox", "--until", "create", "--json").exits(0);
    assertThat(run.json().path("steps")).hasSize(3);
    assertThat(run.json().path("card_id").asText()).startsWith("p");
    assertThat(run.json().path("code").isNull()).isTrue();
  }

  @Test
  void until_an_unknown_step_is_a_usage_error() {
    assertThat(wx.run("hello", "--sandbox", "--until", "redeem").exits(2).err())
        .contains("redeem", "consume");
  }

  @Test
  void junit_xml_has_a_case_a_step() throws Exception {
    Path report = home.resolve("hello.xml");
    wx.run("hello", "--sandbox", "--report", report.toString()).exits(0);
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(7);
    assertThat(xml.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void a_report_that_cannot_be_written_stops_before_any_call() {
    Run run = wx.run("hello", "--sandbox", "--report", home.resolve("no/such.xml").toString());
    assertThat(run.exits(3).out()).isEmpty();
  }

  @Test
  void cleanup_deletes_the_card() {
    String cardId =
        wx.run("hello", "--sandbox", "--cleanup", "--jq", ".card_id").exits(0).out().strip();
    Run scan = wx.run("qrcode", cardId, "--sandbox", "--json").exits(5);
    assertThat(scan.error().path("errcode").asInt()).isPositive();
  }

  @Test
  void a_card_or_a_logo_that_cannot_be_sent_stops_before_any_call() throws IOException {
    Path card = Files.writeString(home.resolve("card.json"), "{\"card\":{}}");
    Run run = wx.run("hello", "--sandbox", "--card", card.toString(), "--json").exits(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.error().path("kind").asText()).isEqualTo("input");
    assertThat(wx.run("hello", "--sandbox", "--logo", card.toString()).exits(3).err())
        .contains("card.json is neither");
    assertThat(wx.run("hello", "--sandbox", "--card", "no.json").exits(3).out()).isEmpty();
  }

  @Test
  void a_dry_run_shows_the_requests_and_changes_nothing() {
    Run run = wx.run("hello", "--sandbox", "--dry-run").exits(0);
    assertThat(run.out())
        .contains("/cgi-bin/media/uploadimg", "/card/create", "/card/qrcode/create");
  }

  @Test
  void on_a_terminal_the_code_is_drawn_and_a_phone_reads_the_url_from_it() {
    TerminalInfo terminal = new TerminalInfo(false, true, true, () -> 120, ColorChoice.AUTO);
    Run run = wx.on(terminal).run("hello", "--sandbox").exits(0);
    String drawing =
        run.out()
            .lines()
            .filter(line -> line.startsWith("\u001b["))
            .collect(Collectors.joining("\n"));
    String url = run.out().replaceAll("(?s).*5 show +\\S*ok\\S* +(\\S+).*", "$1");
    assertThat(Scanner.readText(drawing)).isEqualTo(url);
  }
}
