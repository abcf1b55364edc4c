package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawApiCommandTest {
  @TempDir Path home;
  private Wxcard wx;
  private String cardId;

  @BeforeEach
  void createCard() {
    wx = new Wxcard(home);
    cardId = wx.run("create", "samples/groupon.json", "--sandbox").exits(0).out().strip();
  }

  private Run api(String... words) {
    String[] line = new String[words.length + 2];
    line[0] = "api";
    System.arraycopy(words, 0, line, 1, words.length);
    line[line.length - 1] = "--sandbox";
    return wx.run(line);
  }

  private JsonNode body(String... words) {
    String[] line = new String[words.length + 4];
    line[0] = "POST";
    line[1] = "/card/update";
    System.arraycopy(words, 0, line, 2, words.length);
    line[line.length - 2] = "--dry-run";
    line[line.length - 1] = "--json";
    return api(line).exits(0).json().at("/requests/0/body");
  }

  @Test
  void an_answer_is_printed_as_it_came() {
    Run run = api("POST", "/card/batchget", "--field", "offset=0", "--field", "count=10").exits(0);
    assertThat(run.json().at("/card_id_list/0").asText()).isEqualTo(cardId);
    assertThat(run.out()).hasLineCount(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_person_at_a_terminal_sees_it_indented() {
    wx.on(new TerminalInfo(false, true, true, () -> 80, ColorChoice.NEVER));
    assertThat(api("get", "card/getcolors").exits(0).out()).contains("{\n  \"errcode\": 0");
  }

  @Test
  void a_call_changes_the_account() {
    api(
            "post",
            "/card/modifystock",
            "--field=card_id=" + cardId,
            "--field",
            "increase_stock_value=5")
        .exits(0);
    String stock = ".card.groupon.base_info.sku.quantity";
    int quantity =
        Integer.parseInt(
            api("POST", "/card/get", "--field", "card_id=" + cardId, "--jq", stock)
                .exits(0)
                .out()
                .strip());
    JsonNode events =
        wx.run("create", "samples/groupon.json", "--sandbox", "--dry-run", "--json").json();
    int original = events.at("/requests/0/body/card/groupon/base_info/sku/quantity").asInt();
    assertThat(quantity).isEqualTo(original + 5);
  }

  @Test
  void a_refusal_is_told_on_stderr_and_by_the_exit_code() {
    Run refused = api("POST", "/card/get", "--field", "card_id=pNone").exits(5);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("POST /card/get: errcode 40073", "Next: ");
    Run inJson = api("POST", "/card/get", "--field", "card_id=pNone", "--json").exits(5);
    assertThat(inJson.error().path("errcode").asInt()).isEqualTo(40073);
    assertThat(api("GET", "/card/get").exits(5).err()).contains("43002");
    wx.run("sandbox", "fault", "add", "--path", "/card/get", "--errcode", "48001").exits(0);
    api("POST", "/card/get", "--field", "card_id=" + cardId).exits(4);
  }

  @Test
  void the_walkthroughs_own_body_is_taken_with_a_warning() {
    Run run =
        api(
                "POST",
                "/card/qrcode/create",
                "--body",
                "samples/walkthrough/step-4-qrcode.json",
                "--field",
                "action_info.card.card_id=" + cardId)
            .exits(0);
    assertThat(run.json().path("ticket").asText()).isNotEmpty();
    assertThat(run.err()).contains("step-4-qrcode.json:1:", "trailing-comma");
  }

  @Test
  void a_body_comes_from_standard_input_too() {
    wx.typing("{\"card_id\": \"" + cardId + "\", /* mine */}");
    Run run = api("POST", "/card/get", "--body", "-").exits(0);
    assertThat(run.json().at("/card/groupon/base_info/id").asText()).isEqualTo(cardId);
    assertThat(run.err()).contains("standard input:1:");
    assertThat(wx.typing("{").run("api", "POST", "/card/get", "--body", "-").exits(3).err())
        .contains("standard input");
  }

  @Test
  void fields_are_json_where_they_read_as_such_and_lead_as_deep_as_they_say() throws IOException {
    JsonNode body =
        body(
            "--field", "a.b=1",
            "--field", "a.c=true",
            "--field", "/a/d=null",
            "--field", "list=[1,\"x\"]",
            "--field", "list[]=2",
            "--field", "text=金卡 = 好",
            "--field", "leading=0123",
            "--raw-field", "a.code=123",
            "--raw-field", "yes=true");
    assertThat(body)
        .hasToString(
            "{\"a\":{\"b\":1,\"c\":true,\"d\":null,\"code\":\"123\"},\"list\":[1,\"x\",2],"
                + "\"text\":\"金卡 = 好\",\"leading\":\"0123\",\"yes\":\"true\"}");
    Path file = Files.writeString(home.resolve("b.json"), "{\"a\":{\"b\":0},\"keep\":1}");
    assertThat(body("--body", file.toString(), "--field", "a.b=7"))
        .hasToString("{\"a\":{\"b\":7},\"keep\":1}");
  }

  @Test
  void a_code_that_would_be_a_number_is_warned_about() {
    assertThat(api("POST", "/card/code/get", "--field", "code=1", "--dry-run").exits(0).err())
        .contains("--raw-field");
  }

  @Test
  void a_picture_goes_to_standard_output_or_a_file() throws IOException {
    String ticket = wx.run("qrcode", cardId, "--sandbox", "--jq", ".ticket").out().strip();
    String path = "/cgi-bin/showqrcode";
    Path file = home.resolve("qr.jpg");
    Run saved = api("GET", path, "--query", "ticket=" + ticket, "--out", file.toString()).exits(0);
    assertThat(saved.out()).isEqualTo(file + "\n");
    assertThat(Files.readAllBytes(file)).startsWith(0xff, 0xd8, 0xff);
    assertThat(
            api("GET", path + "?ticket=" + ticket).exits(0).out().getBytes(StandardCharsets.UTF_8))
        .hasSizeGreaterThan(1000);
    JsonNode described = api("GET", path, "--query", "ticket=" + ticket, "--json").exits(0).json();
    assertThat(described.path("bytes").asLong()).isEqualTo(Files.size(file));
    assertThat(described.path("content_type").asText()).startsWith("image/");
    wx.on(new TerminalInfo(false, true, true, () -> 80, ColorChoice.NEVER));
    assertThat(api("GET", path, "--query", "ticket=" + ticket).exits(3).err()).contains("--out");
  }

  @Test
  void a_file_is_uploaded_in_a_form() {
    Run run = api("POST", "/cgi-bin/media/uploadimg", "--file", "buffer=samples/logo.png").exits(0);
    assertThat(run.json().path("url").asText()).startsWith("http");
    api("POST", "/cgi-bin/media/uploadimg", "--file", "buffer=no.png").exits(3);
    assertThat(
            api("POST", "/cgi-bin/media/uploadimg", "--file", "wrong=samples/logo.png")
                .exits(5)
                .err())
        .contains("41005");
  }

  @Test
  void an_address_of_another_of_wechats_hosts_is_taken_for_the_account() {
    wx = wx.with("WXCARD_APPID", "wxshop").with("WXCARD_SECRET", "shh");
    String path = "/card/getcolors?access_token=marker-token";

    Run run = wx.run("api", "GET", "https://sh.api.weixin.qq.com" + path, "--dry-run").exits(0);

    assertThat(run.out()).contains("https://api.weixin.qq.com/card/getcolors");
    wx.run("api", "GET", "https://other.weixin.qq.com" + path, "--dry-run").exits(2);
  }

  @Test
  void an_address_of_the_same_host_is_taken_without_its_token() throws IOException {
    try (ServedAccount account = new ServedAccount()) {
      account.configure(wx.config());
      String pasted = account.base() + "/card/getcolors?access_token=marker-token&a=b%20c#x";
      Run run = wx.run("api", "GET", pasted, "-v").exits(0);
      assertThat(run.err())
          .contains(
              "the access_token in the address is left out",
              "/card/getcolors?access_token=***&a=b%20c")
          .doesNotContain("marker-token");
      String other = "https://api.weixin.qq.com/card/getcolors?access_token=marker-token";
      assertThat(wx.run("api", "GET", other).exits(2).err())
          .contains("on another host than " + account.base())
          .doesNotContain("marker-token");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          api POST                              | METHOD and PATH are needed
          api PUT /card/get                     | 'PUT' is no method
          api GET /card/getcolors --field a=1   | a GET request has no body
          api POST /card/get --field a          | --field needs a name
          api GET /x --query =1                 | --query needs a name
          api POST /card/get --file a=b --body c| a JSON body or a file
          api POST //evil.example/x             | no path of the API
          api POST /card//code/consume          | no path of the API
          api POST /card/./code/consume         | no path of the API
          api POST /card/x/../code/consume      | no path of the API
          api POST /card/code/consume/..        | no path of the API
          api POST /card/code/consum%65         | no path of the API
          api POST /card/code/consume;x=1       | no path of the API
          """)
  void a_line_that_makes_no_call_is_refused(String line, String why) {
    Run run = wx.run((line + " --sandbox").split(" +")).exits(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(why);
  }

  @Test
  void a_path_cannot_lead_to_another_host() {
    Run run = api("POST", "@evil.example", "--field", "a=1").exits(5);
    assertThat(run.err()).contains("POST /@evil.example: errcode 40066");
  }

  @Test
  void a_mistyped_path_is_doubted() {
    assertThat(api("POST", "/card/gte", "--dry-run").exits(0).err())
        .contains("was /card/get meant");
  }

  @Test
  void known_calls_are_listed_without_an_account() {
    wx.with("CI", "true");
    assertThat(wx.run("api", "--list").exits(0).out()).contains("POST /card/create\n");
    assertThat(wx.run("api", "--list", "--json").exits(0).json().path("calls"))
        .anyMatch(
            call ->
                call.path("path").asText().equals("/card/get")
                    && !call.path("changes").asBoolean());
  }

  @Test
  void the_examples_of_the_help_can_be_run() {
    String ticket = wx.run("qrcode", cardId, "--sandbox", "--jq", ".ticket").out().strip();
    wx.run("whitelist", "--username", "ann", "--sandbox").exits(0);
    String code =
        wx.run("sandbox", "scan", ticket, "--as", "ann", "--jq", ".code").exits(0).out().strip();
    assertThat(HelpExamples.run(wx, "api", Map.of(HelpExamples.CODE, code)))
        .hasSize(6)
        .allSatisfy(run -> run.exits(0));
  }
}
