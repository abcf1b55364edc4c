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
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Batches against a server that misbehaves. */
@Timeout(120)
class BatchFaultsTest {
  private static final String TOKEN = "/cgi-bin/stable_token";
  private static final String CONSUME = "/card/code/consume";
  private static final String VOID = "/card/code/unavailable";
  private static final String GET = "/card/code/get";
  private static final String DEPOSIT = "/card/code/deposit";
  private static final String CHECK = "/card/code/checkcode";
  private static final String REDEEMED =
      "{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\"}";

  @TempDir Path home;
  private final WireMockServer server =
      new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
  private Wxcard wx;

  @BeforeEach
  void serve() {
    server.start();
    wx = new Wxcard(home).in(home).with("WXCARD_APPID", "wx1").with("WXCARD_SECRET", "secret-1");
    wx.with("WXCARD_API_BASE", "http://127.0.0.1:" + server.port());
    answer(TOKEN, okJson("{\"access_token\":\"marker-1\",\"expires_in\":7200}"));
    answer(CONSUME, okJson(REDEEMED));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void answer(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlPathEqualTo(path)).willReturn(answer));
  }

  /** For the requests that mention a text, such as a code or a token. */
  private void answer(String path, String text, ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlPathEqualTo(path)).withRequestBody(containing(text)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder errcode(int errcode) {
    return okJson("{\"errcode\":" + errcode + ",\"errmsg\":\"text\"}");
  }

  private static ResponseDefinitionBuilder state(String status) {
    return okJson(REDEEMED.replace("\"ok\"", "\"ok\",\"user_card_status\":\"" + status + "\""));
  }

  private static ResponseDefinitionBuilder lost() {
    return aResponse().withFault(Fault.EMPTY_RESPONSE);
  }

  private int requests(String path) {
    return server.findAll(anyRequestedFor(urlPathEqualTo(path))).size();
  }

  private String file(int codes) throws IOException {
    Files.writeString(
        home.resolve("codes.txt"),
        IntStream.range(1000, 1000 + codes)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("\n")));
    return "codes.txt";
  }

  @Test
  void a_token_that_ends_half_way_is_replaced_once_for_all_calls() throws IOException {
    wx.run("token").exits(0);
    server.stubFor(
        any(urlPathEqualTo(CONSUME))
            .withQueryParam("access_token", containing("marker-1"))
            .willReturn(errcode(42001).withFixedDelay(50)));
    answer(TOKEN, okJson("{\"access_token\":\"marker-2\",\"expires_in\":7200}"));

    Run run = wx.run("consume", "--from", file(40)).exits(0);

    assertThat(run.out()).startsWith("done 40, failed 0");
    assertThat(requests(TOKEN)).isEqualTo(2);
  }

  @Test
  void a_token_that_cannot_be_kept_is_fetched_once_all_the_same() throws IOException {
    Files.createDirectories(wx.config().resolveSibling("config.json.lock"));
    answer(
        TOKEN, okJson("{\"access_token\":\"marker-3\",\"expires_in\":7200}").withFixedDelay(200));

    Run run = wx.run("consume", "--from", file(40)).exits(0);

    assertThat(run.err()).contains("tokens are not kept");
    assertThat(requests(TOKEN)).isEqualTo(1);
  }

  @Test
  void a_used_up_day_stops_the_run_and_the_next_day_goes_on() throws IOException {
    answer(CONSUME, "1010", errcode(45009));

    Run run = wx.run("consume", "--from", file(200), "--parallel", "1", "--json").exits(8);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows).hasSize(11);
    assertThat(run.error().path("fix").asText()).contains("next day", "`wxcard quota clear`");
    assertThat(run.error().path("fix").asText()).contains("--resume").doesNotContain("/cgi-bin");
    assertThat(run.error().path("not_sent").asInt()).isEqualTo(189);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(45009);
    assertThat(run.error().path("retryable").asBoolean()).isTrue();
    assertThat(rows.get(10).at("/error/retryable").asBoolean()).isTrue();
    answer(CONSUME, "1010", okJson(REDEEMED));
    assertThat(wx.run("consume", "--from", file(200), "--resume").exits(0).out())
        .isEqualTo("done 190, failed 0, repeated 0, already done 10\n");
    assertThat(requests(CONSUME)).isEqualTo(201);
  }

  @Test
  void a_person_is_told_how_many_lines_a_used_up_day_has_left() throws IOException {
    answer(CONSUME, "1010", errcode(45009));

    Run run = wx.run("consume", "--from", file(200), "--parallel", "1").exits(8);

    assertThat(run.out())
        .isEqualTo("done 10, failed 1, repeated 0, already done 0, not sent 189\n");
    assertThat(run.err()).contains("Stopped early; 189 lines were not sent.", "--resume");
  }

  @Test
  void the_failure_of_a_run_that_can_be_tried_again_says_so() throws IOException {
    answer(CONSUME, "1001", errcode(-1));
    answer(GET, "1001", state("NORMAL"));
    answer(CONSUME, "1002", errcode(40056));

    Run run = wx.run("consume", "--from", file(4), "--json").exits(8);

    assertThat(run.error().path("retryable").asBoolean()).isTrue();
    assertThat(run.error().path("fix").asText()).contains("1 of them is worth", "--resume");
    wx.run("consume", "--from", file(4)).exits(3);
    answer(CONSUME, "1001", okJson(REDEEMED));
    Run resumed = wx.run("consume", "--from", file(4), "--resume", "--json").exits(8);
    assertThat(resumed.error().path("retryable").asBoolean()).isFalse();
    JsonNode refused = ConsumeBatchTest.rows(resumed).get(2);
    assertThat(refused.path("already_refused").asBoolean()).isTrue();
    assertThat(refused.at("/error/errcode").asInt()).isEqualTo(40056);
    assertThat(requests(CONSUME)).isEqualTo(5);
  }

  @Test
  void a_finished_run_with_refused_codes_may_begin_anew_without_a_word() throws IOException {
    answer(CONSUME, "1001", errcode(40056));
    Run first = wx.run("consume", "--from", file(2)).exits(8);
    assertThat(first.err()).contains("This batch is finished").doesNotContain("--resume");

    Run resumed = wx.run("consume", "--from", file(2), "--resume").exits(8);
    assertThat(resumed.out()).isEqualTo("done 0, failed 1, repeated 0, already done 1\n");
    assertThat(requests(CONSUME)).isEqualTo(2);
    assertThat(wx.run("consume", "--from", file(2)).exits(8).out()).startsWith("done 1, failed 1");
    assertThat(requests(CONSUME)).isEqualTo(4);
  }

  @Test
  void a_card_that_was_not_ready_is_tried_again_for_all_its_codes() throws IOException {
    answer(DEPOSIT, errcode(45030));
    wx.run("code", "deposit", "p1", "--from", file(150), "--parallel", "1").exits(8);
    answer(DEPOSIT, okJson("{\"errcode\":0,\"succ_code\":100,\"duplicate_code\":0}"));
    answer(DEPOSIT, "1149", okJson("{\"errcode\":0,\"succ_code\":50,\"duplicate_code\":0}"));

    Run run = wx.run("code", "deposit", "p1", "--from", file(150), "--resume").exits(0);

    assertThat(run.out()).startsWith("done 150, failed 0");
  }

  @Test
  void credentials_that_are_refused_stop_at_once_with_their_own_exit_code() throws IOException {
    answer(CONSUME, errcode(48001));
    Run run = wx.run("consume", "--from", file(100), "--parallel", "1").exits(4);
    assertThat(run.err()).contains("48001", "Stopped early");
    assertThat(requests(CONSUME)).isEqualTo(1);
  }

  @Test
  void a_lost_answer_is_looked_up_and_the_code_not_sent_again() throws IOException {
    answer(CONSUME, "1001", lost());
    answer(GET, "1001", state("CONSUMED"));
    answer(CONSUME, "1002", errcode(-1));
    answer(GET, "1002", state("NORMAL"));
    answer(CONSUME, "1003", aResponse().withStatus(502));
    answer(GET, "1003", aResponse().withStatus(404));

    Run run = wx.run("consume", "--from", file(5), "--json").exits(8);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows.get(1).path("ok").asBoolean()).isTrue();
    assertThat(rows.get(1).path("recovered").asBoolean()).isTrue();
    assertThat(rows.get(1).path("openid").asText()).isEqualTo("o1");
    assertThat(rows.get(2).at("/error/retryable").asBoolean()).isTrue();
    assertThat(rows.get(2).at("/error/meaning").asText()).contains("not redeemed");
    assertThat(rows.get(3).at("/error/meaning").asText()).contains("not known");
    assertThat(requests(CONSUME)).isEqualTo(5);

    answer(GET, "1002", state("CONSUMED"));
    answer(GET, "1003", state("NORMAL"));
    answer(CONSUME, "1003", errcode(-1));
    Run second = wx.run("consume", "--from", file(5), "--resume", "--json").exits(8);
    assertThat(ConsumeBatchTest.rows(second).get(2).path("recovered").asBoolean()).isTrue();
    answer(CONSUME, "1003", okJson(REDEEMED));
    wx.run("consume", "--from", file(5), "--resume").exits(0);
    assertThat(requests(CONSUME)).isEqualTo(7);
  }

  @Test
  void a_member_card_that_may_have_been_redeemed_is_not_redeemed_again() throws IOException {
    answer("/card/get", okJson("{\"errcode\":0,\"card\":{\"card_type\":\"MEMBER_CARD\"}}"));
    answer(CONSUME, "1001", lost());
    answer(GET, "1001", state("NORMAL"));

    Run run = wx.run("consume", "--from", file(2), "--json").exits(8);
    Run second = wx.run("consume", "--from", file(2), "--resume", "--json").exits(8);

    for (Run each : List.of(run, second)) {
      List<JsonNode> rows = ConsumeBatchTest.rows(each);
      assertThat(rows.get(0).path("ok").asBoolean()).isTrue();
      assertThat(rows.get(1).at("/error/meaning").asText()).contains("does not tell");
      assertThat(rows.get(1).at("/error/retryable").asBoolean(true)).isFalse();
    }
    assertThat(requests(CONSUME)).isEqualTo(2);
  }

  @Test
  void voiding_looks_for_its_own_end() throws IOException {
    answer(VOID, "1000", lost());
    answer(GET, "1000", state("UNAVAILABLE"));
    answer(VOID, "1001", lost());
    answer(GET, "1001", state("CONSUMED"));

    Run run = wx.run("code", "void", "--from", file(2), "--json").exits(8);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows.get(0).path("recovered").asBoolean()).isTrue();
    assertThat(rows.get(1).at("/error/meaning").asText()).contains("its state is CONSUMED");
    assertThat(requests(VOID)).isEqualTo(2);
  }

  @Test
  void a_network_that_is_gone_stops_the_run_before_all_is_tried() throws IOException {
    wx.run("token").exits(0);
    String file = file(100);
    server.stop();
    Run run = wx.run("consume", "--from", file, "--parallel", "16").exits(8);
    assertThat(run.err()).contains("cannot reach", "Stopped early", "--resume");
    server.start();
  }

  @Test
  void a_pack_whose_answer_is_lost_is_sent_again_and_then_asked_for() throws IOException {
    answer(DEPOSIT, "1000", lost());
    answer(
        CHECK, okJson("{\"errcode\":0,\"exist_code\":[\"1000\"],\"not_exist_code\":[\"1001\"]}"));

    Run run = wx.run("code", "deposit", "p1", "--from", file(2), "--json").exits(8);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows.get(0).path("recovered").asBoolean()).isTrue();
    assertThat(rows.get(1).path("ok").asBoolean()).isFalse();
    assertThat(requests(DEPOSIT)).isGreaterThan(1);
    assertThat(requests(CHECK)).isEqualTo(1);
  }

  @Test
  void counts_may_be_lists_of_codes() throws IOException {
    answer(
        DEPOSIT,
        okJson(
            "{\"errcode\":0,\"succ_code\":[\"1000\"],\"duplicate_code\":[\"1001\"],\"fail_code\":[]}"));
    Run run = wx.run("code", "deposit", "p1", "--from", file(2)).exits(0);
    assertThat(run.err()).contains("1 new, 1 known and 0 refused");
    assertThat(requests(CHECK)).isZero();
  }
}
