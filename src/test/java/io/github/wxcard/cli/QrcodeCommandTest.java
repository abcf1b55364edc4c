package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.qr.Scanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrcodeCommandTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  private String newCard(String... more) {
    String[] words = {"create", "samples/groupon.json", "--sandbox"};
    String[] all = Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
    return wx.run(all).exits(0).out().strip();
  }

  @Test
  void a_code_for_a_card_can_be_scanned_by_a_tester() {
    String cardId = newCard();
    JsonNode qr = wx.run("qrcode", cardId, "--sandbox", "--json").exits(0).json();
    assertThat(qr.fieldNames())
        .toIterable()
        .containsExactly("ticket", "url", "show_qrcode_url", "expire_seconds");
    wx.run("whitelist", "--username", "usr1", "--sandbox").exits(0);
    JsonNode claimed =
        wx.run("sandbox", "scan", qr.path("url").asText(), "--as", "usr1", "--sandbox", "--json")
            .exits(0)
            .json();
    assertThat(claimed.path("card_id").asText()).isEqualTo(cardId);
  }

  @Test
  void text_output_is_two_lines_when_nothing_is_drawn() {
    assertThat(wx.run("qrcode", newCard(), "--sandbox").exits(0).out())
        .matches("url http://127.0.0.1:8900/\\S+\nshow_qrcode_url http://127.0.0.1:8900/\\S+\n");
  }

  @Test
  void the_life_of_a_code_is_sent_in_seconds() {
    Run run = wx.run("qrcode", newCard(), "--expire", "10m", "--sandbox", "--json").exits(0);
    assertThat(run.json().path("expire_seconds").asInt()).isEqualTo(600);
  }

  @Test
  void a_life_that_wechat_does_not_take_is_refused_before_the_call() {
    assertThat(wx.run("qrcode", "pX", "--expire", "59s", "--sandbox").exits(3).err())
        .contains("60s", "1800s");
    wx.run("qrcode", "pX", "--expire", "31m", "--sandbox").exits(3);
    wx.run("qrcode", "pX", "--expire", "ten", "--sandbox").exits(2);
  }

  @Test
  void several_cards_share_one_code() {
    JsonNode qr = wx.run("qrcode", newCard(), newCard(), "--sandbox", "--json").exits(0).json();
    assertThat(qr.path("ticket").asText()).isNotEmpty();
  }

  @Test
  void a_single_cards_option_with_several_cards_is_a_usage_error() {
    assertThat(wx.run("qrcode", "p1", "p2", "--code", "7", "--sandbox").exits(2).err())
        .contains("--code");
  }

  @Test
  void an_existing_code_is_drawn_offline_without_an_account() {
    Run run = wx.with("CI", "true").run("qrcode", "--from-url", "http://weixin.qq.com/q/abc");
    assertThat(run.exits(0).out()).isEqualTo("url http://weixin.qq.com/q/abc\n");
    assertThat(home.resolve(".config")).doesNotExist();
  }

  @Test
  void a_code_copied_out_of_an_answer_is_drawn_as_a_phone_must_read_it() {
    Run run = wx.run("qrcode", "--from-url", "http:\\/\\/weixin.qq.com\\/q\\/abc");

    assertThat(run.exits(0).out()).isEqualTo("url http://weixin.qq.com/q/abc\n");
    assertThat(run.err()).contains("as in JSON");
  }

  @Test
  void neither_or_both_of_card_and_url_is_a_usage_error() {
    wx.run("qrcode").exits(2);
    wx.run("qrcode", "p1", "--from-url", "http://x").exits(2);
    wx.run("qrcode", "--from-url", "http://x", "--expire", "10m").exits(2);
  }

  @Test
  void pictures_are_written_where_they_were_asked_for() throws IOException {
    Path png = home.resolve("code.png");
    Path svg = home.resolve("code.svg");
    wx.run("qrcode", "--from-url", "http://x", "--png", png.toString(), "--svg", svg.toString())
        .exits(0);
    assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(Files.readString(svg)).contains("<svg");
  }

  @Test
  void a_picture_that_cannot_be_written_stops_before_the_call() {
    assertThat(
            wx.run("qrcode", "p1", "--png", home.resolve("no/code.png").toString(), "--sandbox")
                .exits(3)
                .err())
        .contains("no folder");
  }

  @Test
  void an_unknown_card_is_refused_with_wechats_code_and_a_remedy() {
    Run run = wx.run("qrcode", "pFS7Fjg8kV1IdDz01r4SQwMkuCKc", "--sandbox", "--json").exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40073);
    assertThat(run.error().path("fix").asText()).isNotEmpty();
  }

  @Test
  void what_is_drawn_reads_as_the_url_field() {
    Run run = wx.run("qrcode", newCard(), "--sandbox", "--show", "always").exits(0);
    String drawing =
        run.out().lines().filter(line -> !line.contains("url ")).collect(Collectors.joining("\n"));
    String url = run.out().replaceAll("(?s).*\nurl (\\S+).*", "$1");
    assertThat(Scanner.readText(drawing)).isEqualTo(url);
  }
}
