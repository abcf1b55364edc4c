package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.steps.CreateCommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateCommandTest {
  @TempDir Path home;
  private ServedAccount account;
  private Wxcard wx;

  @BeforeEach
  void configureAccount() throws IOException {
    account = new ServedAccount();
    wx = new Wxcard(home);
    account.configure(wx.config());
  }

  @AfterEach
  void stopAccount() {
    account.close();
  }

  private JsonNode baseInfo(String cardId) throws Exception {
    JsonNode card = account.call("/card/get", Json.object().put("card_id", cardId)).path("card");
    return card.path("groupon").path("base_info");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text);
  }

  @Test
  void the_card_exists_with_its_chinese_text_unharmed() throws Exception {
    String cardId = wx.run("create", "samples/groupon.json").exits(0).out().strip();
    JsonNode sample = Json.read(Files.readAllBytes(Path.of("samples/groupon.json")));
    assertThat(baseInfo(cardId).path("title"))
        .isEqualTo(sample.at("/card/groupon/base_info/title"));
    assertThat(baseInfo(cardId).path("notice"))
        .isEqualTo(sample.at("/card/groupon/base_info/notice"));
  }

  @Test
  void json_output_has_the_card_id_and_nothing_else() {
    JsonNode json = wx.run("create", "samples/groupon.json", "--json").exits(0).json();
    assertThat(json.fieldNames()).toIterable().containsExactly("card_id");
  }

  @Test
  void standard_input_is_read_for_a_dash() throws IOException {
    wx.typing(Files.readAllBytes(Path.of("samples/groupon.json"))).run("create", "-").exits(0);
  }

  @ParameterizedTest(name = "--set {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /base_info/service_phone=13800138000 | --set '/base_info/service_phone="13800138000"'
          /base_info/get_limit="3"             | --set /base_info/get_limit=3
          /base_info/can_share="True"          | --set /base_info/can_share=true
          /base_info/color=#63B359             | --set /base_info/color=Color010
          /card/groupon/base_info/title=1      | --set '/card/groupon/base_info/title="1"'
          /base_info/use_limit="2"             | --set /base_info/use_limit=2
          """)
  void a_wrong_value_of_the_line_is_told_as_such_and_how_a_shell_wants_it(
      String set, String right) {
    Run run = wx.run("create", "samples/groupon.json", "--set", set, "--sandbox");
    String text = run.out() + run.err();
    assertThat(text).contains("Write " + right + ".").doesNotContainPattern("groupon.json:\\d");
    String word = right.substring("--set ".length()).replace("'", "");
    wx.run("create", "samples/groupon.json", "--set", word, "--sandbox").exits(0);
  }

  @Test
  void a_finding_in_what_an_option_brought_names_the_option() {
    Run run =
        wx.run(
            "create",
            "samples/groupon.json",
            "--sandbox",
            "--json",
            "--logo",
            "https://x.cn/a.png",
            "--set",
            "/base_info/notice=it's " + "长".repeat(20),
            "--set",
            "/base_info/sku={\"quantity\":-1}");
    assertThat(run.exits(3).error().path("findings"))
        .extracting(
            found -> found.path("rule").textValue(),
            found -> found.path("option").textValue(),
            found -> found.has("line"))
        .containsExactlyInAnyOrder(
            tuple("image-host", "--logo https://x.cn/a.png", false),
            tuple("max-bytes", "--set '/base_info/notice=it'\\''s " + "长".repeat(20) + "'", false),
            tuple("minimum", "--set '/base_info/sku={\"quantity\":-1}'", false));
  }

  @Test
  void a_value_set_on_the_line_reaches_the_card() throws Exception {
    String cardId =
        wx.run("create", "samples/groupon.json", "--set", "/base_info/title=金卡")
            .exits(0)
            .out()
            .strip();
    assertThat(baseInfo(cardId).path("title").asText()).isEqualTo("金卡");
  }

  @Test
  void a_logo_file_is_uploaded_first() throws Exception {
    String cardId =
        wx.run("create", "samples/groupon.json", "--logo", "samples/logo.png")
            .exits(0)
            .out()
            .strip();
    assertThat(baseInfo(cardId).path("logo_url").asText()).startsWith(account.base().toString());
  }

  @Test
  void a_logo_url_replaces_the_definitions() throws Exception {
    String url = wx.run("upload-logo", "samples/logo.png").exits(0).out().strip();
    String cardId = wx.run("create", "samples/groupon.json", "--logo", url).exits(0).out().strip();
    assertThat(baseInfo(cardId).path("logo_url").asText()).isEqualTo(url);
    String copied = url.replace("/", "\\/");
    Run run = wx.run("create", "samples/groupon.json", "--logo", copied).exits(0);
    assertThat(baseInfo(run.out().strip()).path("logo_url").asText()).isEqualTo(url);
    assertThat(run.err()).contains("as in JSON");
  }

  @Test
  void lint_stops_before_anything_is_sent() throws IOException {
    Path card = file("card.json", Files.readString(Path.of("samples/groupon.json")));
    Run run =
        wx.run("create", card.toString(), "--set", "/base_info/title=" + "长".repeat(10), "--json")
            .exits(3);
    assertThat(run.error().path("kind").asText()).isEqualTo("input");
    assertThat(run.error().at("/findings/0/pointer").asText())
        .isEqualTo("/card/groupon/base_info/title");
    assertThat(run.error().at("/findings/0/message").asText()).contains("30", "27");
  }

  @Test
  void without_lint_wechat_decides() {
    Run run =
        wx.run(
                "create",
                "samples/groupon.json",
                "--no-lint",
                "--set",
                "/base_info/title=" + "长".repeat(10),
                "--json")
            .exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(45021);
  }

  @Test
  void the_built_in_sandbox_names_the_field_that_wechat_would_not() {
    String title = "/base_info/title=" + "长".repeat(10);
    Run run =
        wx.run("create", "samples/groupon.json", "--no-lint", "--set", title, "--sandbox").exits(5);
    assertThat(run.err()).contains("45021", "title", "30", "27");
  }

  @Test
  void slips_in_the_file_are_warnings_with_a_place() throws IOException {
    String strict = Files.readString(Path.of("samples/groupon.json"));
    Path card = file("card.json", "\uFEFF// ours\n" + strict);
    Run run = wx.run("create", card.toString()).exits(0);
    assertThat(run.err()).contains("card.json:1:", "comment", "byte order mark");
  }

  @Test
  void broken_json_names_line_and_column() throws IOException {
    Path card = file("card.json", "{\n  \"card\": oops\n}");
    assertThat(wx.run("create", card.toString()).exits(3).err()).containsPattern("2.{1,12}1[0-9]");
  }

  @Test
  void text_that_is_not_utf_8_names_the_byte() throws IOException {
    Path card = home.resolve("gbk.json");
    Files.write(card, "{\"card\":\"团购\"}".getBytes(Charset.forName("GBK")));
    assertThat(wx.run("create", card.toString()).exits(3).err()).contains("UTF-8", "offset 9");
  }

  @Test
  void a_missing_file_a_folder_and_an_empty_file_are_invalid_input() throws IOException {
    assertThat(wx.run("create", "no-such.json").exits(3).err()).contains("no-such.json");
    assertThat(wx.run("create", "samples").exits(3).err()).contains("folder");
    assertThat(wx.run("create", file("empty.json", "").toString()).exits(3).err())
        .contains("empty");
  }

  @Test
  void a_refused_coupon_on_a_real_account_says_what_real_accounts_no_longer_do() {
    JsonNode coupon = Json.object().set("card", Json.object().put("card_type", "GROUPON"));
    Failure refused = Failure.refused("POST /card/create", 48001, "api unauthorized");
    assertThat(CreateCommand.explained(refused, coupon, false).details())
        .anyMatch(line -> line.contains("2021-04-01"));
  }

  @Test
  void a_refused_coupon_in_a_sandbox_says_nothing_of_the_kind() {
    JsonNode coupon = Json.object().set("card", Json.object().put("card_type", "GROUPON"));
    Failure refused = Failure.refused("POST /card/create", 40079, "invalid time");
    assertThat(CreateCommand.explained(refused, coupon, true).details()).isEmpty();
  }

  @Test
  void a_dry_run_shows_raw_utf_8_and_creates_nothing() {
    Run run = wx.run("create", "samples/groupon.json", "--dry-run").exits(0);
    assertThat(run.out()).startsWith("POST ").contains("/card/create").doesNotContain("\\u");
    assertThat(run.out().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(run.out().length());
  }

  @Test
  void a_dry_run_shows_where_the_uploaded_logo_will_go() {
    String line = "create samples/groupon.json --logo samples/logo.png --dry-run --json";
    JsonNode json = wx.run(line.split(" ")).exits(0).json();
    assertThat(json.at("/requests/1/body/card/groupon/base_info/logo_url").asText())
        .startsWith("http://mmbiz.qpic.cn/");
  }
}
