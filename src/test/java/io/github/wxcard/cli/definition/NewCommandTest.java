package io.github.wxcard.cli.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.card.CardTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NewCommandTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home).with("CI", "1");
  }

  @ParameterizedTest
  @MethodSource("io.github.wxcard.card.CardTemplate#types")
  void a_new_definition_has_no_finding_and_the_sandbox_takes_it(String type) {
    String text = wx.run("new", type).exits(0).out();
    assertThat(wx.typing(text).run("lint", "-").exits(0).out()).isEmpty();
    wx.typing(text).run("create", "-", "--sandbox").exits(0);
  }

  @Test
  void there_is_one_for_every_type_that_can_be_created() {
    assertThat(CardTemplate.types())
        .containsExactlyInAnyOrder(
            "groupon",
            "cash",
            "discount",
            "gift",
            "general-coupon",
            "member-card",
            "meeting-ticket",
            "movie-ticket",
            "boarding-pass",
            "scenic-ticket",
            "general-card");
    wx.run("new", "GENERAL_COUPON").exits(0);
  }

  @Test
  void the_options_and_the_day_in_beijing_are_in_it() {
    String logo = "http://mmbiz.qpic.cn/mmbiz/abc/0";
    Instant now = Instant.parse("2026-11-23T17:30:00Z");
    Run run =
        wx.at(Clock.fixed(now, ZoneOffset.UTC))
            .run("new", "gift", "--brand", "山海", "--title", "茶", "--logo", logo, "--json")
            .exits(0);
    JsonNode base = run.json().at("/card/gift/base_info");
    assertThat(base.path("brand_name").textValue()).isEqualTo("山海");
    assertThat(base.path("title").textValue()).isEqualTo("茶");
    assertThat(base.path("logo_url").textValue()).isEqualTo(logo);
    assertThat(base.at("/date_info/begin_timestamp").longValue())
        .isEqualTo(Instant.parse("2026-11-23T16:00:00Z").getEpochSecond());
    assertThat(base.at("/date_info/end_timestamp").longValue())
        .isEqualTo(Instant.parse("2027-02-21T15:59:59Z").getEpochSecond());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_placeholder_for_the_logo_is_told() {
    assertThat(wx.run("new", "gift").err()).contains("logo_url is a placeholder", "--logo FILE");
  }

  @Test
  void a_file_is_written_and_never_replaced_unless_forced() throws IOException {
    Path file = home.resolve("gift.json");
    Run run = wx.run("new", "gift", "--out", file.toString()).exits(0);
    assertThat(run.out()).isEqualTo(file + "\n");
    wx.run("lint", file.toString()).exits(0);
    Files.writeString(file, "mine");
    assertThat(wx.run("new", "cash", "--out", file.toString()).exits(3).err())
        .contains("is there already", "--force");
    assertThat(file).hasContent("mine");
    JsonNode said =
        wx.run("new", "cash", "--out", file.toString(), "--force", "--json").exits(0).json();
    assertThat(said.path("card_type").textValue()).isEqualTo("CASH");
    assertThat(Files.readString(file)).contains("\"CASH\"");
  }

  @Test
  void what_no_card_can_have_is_refused() {
    assertThat(wx.run("new", "gift", "--title", "一二三四五六七八九十").exits(3).err())
        .contains("/card/gift/base_info/title: 30 bytes");
    wx.run("new", "gift", "--brand", "").exits(3);
    wx.run("new", "gift", "--logo", "no url").exits(3);
    wx.run("new", "gift", "--out", "no/folder/x.json").exits(3);
    assertThat(wx.run("new", "coupon").exits(2).err()).contains("general-coupon");
  }

  @Test
  void the_helps_examples_run() {
    HelpExamples.run(wx, "new", Map.of()).forEach(run -> run.exits(0));
  }
}
