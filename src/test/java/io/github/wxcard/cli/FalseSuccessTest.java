package io.github.wxcard.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP status 200 from something that is not WeChat: nothing is called done for it. */
@Timeout(120)
class FalseSuccessTest {
  private static final String CONSUME = "/card/code/consume";
  private static final String VOID = "/card/code/unavailable";
  private static final String GET = "/card/code/get";
  private static final String DEPOSIT = "/card/code/deposit";
  private static final String CHECK = "/card/code/checkcode";
  private static final String GATEWAY = "{\"code\":500,\"message\":\"gateway timeout\"}";

  @TempDir Path home;
  private final WireMockServer server =
      new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
  private Wxcard wx;

  @BeforeEach
  void serve() {
    server.start();
    wx = new Wxcard(home).in(home).with("WXCARD_APPID", "wx1").with("WXCARD_SECRET", "secret-1");
    wx.with("WXCARD_API_BASE", "http://127.0.0.1:" + server.port());
    answer("/cgi-bin/stable_token", okJson("{\"access_token\":\"marker-1\",\"expires_in\":7200}"));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void answer(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlPathEqualTo(path)).willReturn(answer));
  }

  private void answer(String path, String code, ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlPathEqualTo(path)).withRequestBody(containing(code)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder consumed(String code) {
    return okJson(
        "{\"errcode\":0,\"card\":{\"card_id\":\"p1\",\"code\":\"%s\"},\"openid\":\"o1\"}"
            .formatted(code));
  }

  private static ResponseDefinitionBuilder state(String code, String status) {
    return okJson(
        "{\"errcode\":0,\"card\":{\"card_id\":\"p1\",\"code\":\"%s\"},\"openid\":\"o1\",\"can_consume\":true,\"user_card_status\":\"%s\"}"
            .formatted(code, status));
  }

  private int requests(String path) {
    return server.findAll(anyRequestedFor(urlPathEqualTo(path))).size();
  }

  private String file(String... codes) throws IOException {
    Files.writeString(home.resolve("codes.txt"), String.join("\n", codes));
    return "codes.txt";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GATEWAY,
        "{}",
        "[]",
        "null",
        "{\"errcode\":\"0\",\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\"}",
        "{\"errcode\":null,\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\"}",
        "{\"errcode\":40099,\"errcode\":0,\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\"}",
        "{\"errcode\":0,\"errmsg\":\"ok\"}",
        "{\"errcode\":0,\"card\":{\"card_id\":\"p1\",\"code\":\"2002\"},\"openid\":\"o1\"}",
        "<html>Room number?</html>"
      })
  void a_code_is_redeemed_only_when_wechat_says_so_and_is_looked_up_otherwise(String answer) {
    answer(CONSUME, okJson(answer));
    answer(GET, state("1001", "NORMAL"));

    Run run = wx.run("consume", "1001").exits(6);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("is not redeemed", answer);
    assertThat(requests(CONSUME)).isEqualTo(1);
    assertThat(requests(GET)).isEqualTo(1);
  }

  @Test
  void a_look_that_is_answered_by_something_else_tells_nothing() {
    answer(CONSUME, okJson(GATEWAY));
    answer(GET, okJson(GATEWAY));
    JsonNode error = wx.run("consume", "1001", "--json").exits(6).error();
    assertThat(error.path("meaning").asText()).contains("redeemed is not known");
    assertThat(error.path("retryable").asBoolean()).isFalse();

    answer(GET, state("2002", "CONSUMED"));
    error = wx.run("consume", "1001", "--json").exits(6).error();
    assertThat(error.path("meaning").asText()).contains("is not known", "about another code");
  }

  @Test
  void what_came_is_shown_on_one_line_cut_and_without_secrets() {
    String page = "<p>\n\tsecret-1 marker-1\u001b[31m\u202e</p>" + "x".repeat(5_000);
    answer("/card/create", okJson(page));

    Run run =
        wx.run("api", "POST", "/card/create", "--raw-field", "access_token=marker-1").exits(6);

    String first = run.err().lines().findFirst().orElseThrow();
    assertThat(first).contains("POST /card/create: an answer that is not JSON", "<p>", "***");
    assertThat(first.length()).isLessThan(400);
    assertThat(run.err()).contains("is not known").doesNotContain("secret-1", "marker-1", "\u202e");
    assertThat(run.err()).doesNotContain("\u001b");
  }

  @Test
  void a_line_of_a_batch_is_never_done_by_it_and_looked_up_when_resumed() throws IOException {
    answer(CONSUME, "1001", okJson(GATEWAY));
    answer(GET, "1001", okJson(GATEWAY));
    answer(CONSUME, "1002", okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
    answer(GET, "1002", state("1002", "NORMAL"));
    answer(CONSUME, "1003", consumed("1002"));
    answer(GET, "1003", state("1003", "CONSUMED"));
    answer(CONSUME, "1004", consumed("1004"));
    String file = file("1001", "1002", "1003", "1004");

    Run run = wx.run("consume", "--from", file, "--json").exits(8);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows)
        .extracting(row -> row.path("ok").asBoolean())
        .containsExactly(false, false, true, true);
    assertThat(rows.get(0).at("/error/errmsg").asText()).contains("gateway timeout");
    assertThat(rows.get(0).at("/error/meaning").asText()).contains("is not known");
    assertThat(rows.get(2).path("recovered").asBoolean()).isTrue();
    assertThat(requests(CONSUME)).isEqualTo(4);

    answer(GET, "1001", state("1001", "CONSUMED"));
    answer(CONSUME, "1002", consumed("1002"));
    Run resumed = wx.run("consume", "--from", file, "--resume", "--json").exits(0);
    assertThat(ConsumeBatchTest.rows(resumed).get(0).path("recovered").asBoolean()).isTrue();
    assertThat(requests(CONSUME)).isEqualTo(5);
  }

  @Test
  void a_code_is_void_only_when_wechat_says_so() throws IOException {
    answer(VOID, okJson(GATEWAY));
    answer(GET, state("1001", "UNAVAILABLE"));
    assertThat(wx.run("code", "void", "1001").exits(6).err()).contains("is void now");

    answer(GET, state("1001", "NORMAL"));
    wx.run("code", "void", "--from", file("1001"), "--json").exits(8);
    answer(VOID, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
    wx.run("code", "void", "--from", file("1001"), "--resume").exits(0);
  }

  @Test
  void an_import_whose_answer_speaks_of_other_codes_is_asked_for() throws IOException {
    answer(DEPOSIT, okJson("{\"errcode\":0,\"succ_code\":[\"9001\",\"9002\"]}"));
    answer(
        CHECK, okJson("{\"errcode\":0,\"exist_code\":[\"1001\"],\"not_exist_code\":[\"1002\"]}"));

    Run run = wx.run("code", "deposit", "p1", "--from", file("1001", "1002"), "--json").exits(8);

    assertThat(ConsumeBatchTest.rows(run))
        .extracting(row -> row.path("ok").asBoolean())
        .containsExactly(true, false);

    answer(DEPOSIT, okJson(GATEWAY));
    answer(CHECK, okJson("{\"errcode\":0,\"exist_code\":[\"7777\"],\"not_exist_code\":[]}"));
    run = wx.run("code", "deposit", "p1", "--from", file("1003"), "--json").exits(8);
    assertThat(ConsumeBatchTest.rows(run).get(0).at("/error/meaning").asText())
        .contains("is not known");
    answer(CHECK, okJson("{\"errcode\":0,\"exist_code\":[\"1003\"],\"not_exist_code\":[]}"));
    wx.run("code", "deposit", "p1", "--from", file("1003"), "--resume").exits(0);
  }

  @Test
  void a_check_that_leaves_codes_out_says_nothing_of_them() {
    answer(CHECK, okJson("{\"errcode\":0,\"exist_code\":[\"1001\"],\"not_exist_code\":[]}"));

    Run run = wx.run("code", "check", "p1", "1001", "1002", "--json").exits(8);

    assertThat(run.out()).contains("leaves out").doesNotContain("no such code");
  }

  @Test
  void api_judges_known_calls_as_commands_do_and_takes_any_object_of_others() {
    for (String path : List.of("/card/delete", "/card/invoice/insert", "/cgi-bin/unheard/of")) {
      answer(path, okJson(GATEWAY));
    }
    Run run = wx.run("api", "POST", "/card/delete", "--raw-field", "card_id=p1").exits(6);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("without a usable errcode", "gateway timeout", "is not known");
    wx.run("api", "POST", "/card/invoice/insert", "--field", "a=1").exits(6);
    assertThat(wx.run("api", "POST", "/cgi-bin/unheard/of", "--field", "a=1").exits(0).out())
        .contains("gateway timeout");
    answer("/cgi-bin/unheard/of", okJson("[1]"));
    wx.run("api", "POST", "/cgi-bin/unheard/of", "--field", "a=1").exits(6);
  }

  @Test
  void a_page_called_a_picture_is_none() throws IOException {
    String path = "/cgi-bin/showqrcode";
    for (String body : List.of("<html>Room number?</html>", GATEWAY, "")) {
      answer(path, aResponse().withHeader("Content-Type", "image/jpg").withBody(body));
      wx.run("api", "GET", path + "?ticket=x", "--out", "q.jpg").exits(6);
      assertThat(home.resolve("q.jpg")).doesNotExist();
    }
    answer("/card/create", aResponse().withHeader("Content-Type", "image/jpg").withBody("\u00ffx"));
    wx.run("api", "POST", "/card/create", "--field", "a=1").exits(6);
  }

  @Test
  void no_list_of_testers_is_remembered_that_was_not_set() throws IOException {
    answer("/card/testwhitelist/set", okJson(GATEWAY));

    Run run = wx.run("whitelist", "--username", "usr1").exits(6);

    assertThat(run.err()).contains("Whether it was done is not known; doing it again");

    assertThat(Files.exists(wx.config()) ? Files.readString(wx.config()) : "")
        .doesNotContain("usr1");
  }

  @Test
  void a_checkup_passes_only_when_the_card_api_answers() {
    answer("/", okJson("{}"));
    answer("/card/getcolors", okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));

    assertThat(wx.run("doctor").exits(6).out()).contains("without a usable colors");
  }
}
