package io.github.wxcard.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wxcard.client.WeChat.ProbeResult;
import io.github.wxcard.client.WeChat.RecordedRequest;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Settings;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, byte by byte, and what is shown of it. */
class WireTest {
  private static final String CREATE = "/card/create";
  private static final String UPLOAD = "/cgi-bin/media/uploadimg";
  private static final String LOOK = "Look before you repeat.";
  private static final String COLORS = "{\"errcode\":0,\"colors\":[]";

  @TempDir Path home;
  private Stub stub;

  @BeforeEach
  void start() {
    stub = new Stub(home);
    stub.answer(CREATE, Stub.json("{\"errcode\":0,\"errmsg\":\"ok\",\"card_id\":\"p1\"}"));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void text_travels_as_raw_utf8_and_never_as_escapes() {
    try (WeChat weChat = stub.client()) {
      weChat.postOnce(CREATE, Json.object().put("title", "132元双人火锅套餐 🍲"), LOOK);
    }
    LoggedRequest request = stub.last(CREATE);
    assertThat(new String(request.getBody(), StandardCharsets.UTF_8))
        .isEqualTo("{\"title\":\"132元双人火锅套餐 🍲\"}");
    assertThat(request.getHeader("User-Agent")).isEqualTo("wxcard/0");
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void a_success_without_the_cards_id_tells_to_look_before_another_try() {
    stub.answer(CREATE, Stub.json("{\"errcode\":0,\"errmsg\":\"ok\"}"));

    try (WeChat weChat = stub.client()) {
      assertThatThrownBy(() -> weChat.postOnce(CREATE, Json.object(), LOOK))
          .hasMessageContaining("card_id")
          .extracting("fix")
          .asString()
          .isEqualTo(LOOK);
    }
  }

  @Test
  void raw_control_characters_inside_strings_are_tolerated() {
    stub.answer(
        "/card/get",
        Stub.json(
            "{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_type\":\"GROUPON\",\"notice\":\"a"
                + "\tb\n"
                + "c\u0001\"}}"));

    try (WeChat weChat = stub.client()) {
      assertThat(weChat.card("p1").path("notice").asText()).isEqualTo("a\tb\nc\u0001");
    }
  }

  @Test
  void an_answer_is_read_as_utf8_whatever_type_it_claims() {
    stub.answer(
        "/card/get",
        aResponse()
            .withHeader("Content-Type", "text/plain; charset=GBK")
            .withBody(
                "{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_type\":\"GROUPON\",\"notice\":\"券\"}}"));

    try (WeChat weChat = stub.client()) {
      assertThat(weChat.card("p1").path("notice").asText()).isEqualTo("券");
    }
  }

  @Test
  void a_logo_goes_out_as_a_form_whose_file_keeps_its_bytes() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, (byte) 0xff};
    stub.answer(UPLOAD, Stub.json("{\"url\":\"http://mmbiz.qpic.cn/x/0\"}"));

    try (WeChat weChat = stub.client()) {
      JsonNode answer = weChat.upload(UPLOAD, Map.of(), "buffer", "店\"\r\nX: y.png", png);
      assertThat(WeChat.text(answer, "url")).isEqualTo("http://mmbiz.qpic.cn/x/0");
    }
    LoggedRequest request = stub.last(UPLOAD);
    assertThat(request.isMultipart()).isTrue();
    var part = request.getParts().iterator().next();
    assertThat(part.getName()).isEqualTo("buffer");
    assertThat(part.getBody().asBytes()).isEqualTo(png);
    assertThat(part.getHeader("Content-Type").firstValue()).isEqualTo("image/png");
    assertThat(part.getHeader("X").isPresent()).isFalse();
  }

  @Test
  void what_a_query_holds_is_encoded_once() {
    stub.tokens("a+b/c==");
    stub.answer("/x", Stub.json("{\"errcode\":0}"));

    try (WeChat weChat = stub.client()) {
      weChat.get("/x", Map.of("q", "a b&c"));
    }
    assertThat(stub.last("/x").getUrl()).isEqualTo("/x?access_token=a%2Bb%2Fc%3D%3D&q=a%20b%26c");
  }

  @Test
  void pictures_are_asked_for_where_they_are_shown() {
    String path = "/cgi-bin/showqrcode";
    try (Stub pictures = new Stub(home.resolve("pictures"))) {
      pictures.answer(path, aResponse().withHeader("Content-Type", "image/jpg").withBody("jpg"));
      Settings settings = stub.around.settings();
      ResolvedAccount api = settings.target();
      ResolvedAccount both =
          new ResolvedAccount(
              api.profile(),
              api.builtIn(),
              api.appId(),
              api.secret(),
              api.apiBase(),
              pictures.around.settings().target().apiBase(),
              api.cacheKey(),
              api.tokenStore(),
              api.origins());
      try (WeChat weChat =
          WeChat.open(both, settings.tokens(both), stub.around.environment(), stub.options())) {
        weChat.postOnce(CREATE, Json.object(), LOOK);
        weChat.raw().get(path, Map.of("ticket", "x"));
        weChat.postOnce(CREATE, Json.object(), LOOK);
      }
      assertThat(pictures.requests()).isEqualTo(1);
      assertThat(stub.requests(path)).isZero();
      assertThat(stub.requests(CREATE)).isEqualTo(2);
    }
  }

  @Test
  void a_redirect_is_told_and_no_other_host_hears_of_the_token() {
    try (Stub elsewhere = new Stub(home.resolve("elsewhere"))) {
      String target = elsewhere.around.settings().target().apiBase() + "/steal";
      stub.answer(CREATE, aResponse().withStatus(307).withHeader("Location", target));

      try (WeChat weChat = stub.client()) {
        Failure failure =
            catchThrowableOfType(Failure.class, () -> weChat.postOnce(CREATE, Json.object(), LOOK));

        assertThat(failure.getMessage()).contains("sends elsewhere");
      }
      assertThat(elsewhere.requests()).isZero();
    }
  }

  @Test
  void a_trace_shows_everything_but_secrets_also_where_they_come_back() {
    stub.answer(
        CREATE, Stub.errcode(47003, "argument invalid! marker-token-1 " + Stub.SECRET + " hint"));
    stub.answer(
        Tokens.TICKET_PATH,
        Stub.json("{\"errcode\":0,\"ticket\":\"marker-ticket\",\"expires_in\":7200}"));

    try (WeChat weChat = stub.client()) {
      weChat.tokens().cardTicket();
      assertThat(
              catchThrowableOfType(
                  Failure.class, () -> weChat.postOnce(CREATE, Json.object().put("a", "券"), LOOK)))
          .isNotNull();
    }
    String trace = String.join("\n", stub.trace);
    assertThat(trace)
        .contains("> POST http://127.0.0.1:", "/card/create?access_token=***", "{\"a\":\"券\"}")
        .contains("< 200 in", "argument invalid!", "\"ticket\":\"***\"")
        .doesNotContain("marker-token", Stub.SECRET, "marker-ticket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\\n"})
  void a_trace_takes_a_secret_of_any_length(String piece) {
    stub.answer(
        "/card/getcolors", Stub.json(COLORS + ",\"token\":\"" + piece.repeat(100_000) + "\"}"));

    try (WeChat weChat = stub.client()) {
      weChat.get("/card/getcolors", Map.of());
    }
    assertThat(stub.trace).contains("< " + COLORS + ",\"token\":\"***\"}");
  }

  /** Half of a secret is not known for one. */
  @Test
  void a_trace_masks_before_it_cuts() {
    String padding = " ".repeat((16 << 10) - 10 - COLORS.length());
    stub.answer("/card/getcolors", Stub.json(COLORS + ",\"a\":\"" + padding + "marker-token-1\"}"));

    try (WeChat weChat = stub.client()) {
      weChat.get("/card/getcolors", Map.of());
    }
    assertThat(String.join("", stub.trace)).contains(padding).doesNotContain("mark");
  }

  @Test
  void a_refusal_that_repeats_a_secret_is_told_without_it() {
    stub.answer(CREATE, Stub.errcode(47003, "bad \\u001b[31m marker-token-1 " + Stub.SECRET));

    try (WeChat weChat = stub.client()) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> weChat.postOnce(CREATE, Json.object(), LOOK));

      assertThat(failure.errmsg().orElseThrow()).doesNotContain("marker-token", Stub.SECRET);
    }
  }

  @Test
  void a_dry_run_sends_nothing_and_shows_what_it_would_have_sent() {
    ClientOptions dry = stub.options().withDryRun(true);

    try (WeChat weChat = stub.client(dry)) {
      assertThat(weChat.postOnce(CREATE, Json.object().put("title", "券"), LOOK)).isEmpty();
      weChat.tokens().current();
      weChat.upload(UPLOAD, Map.of(), "buffer", "logo.png", new byte[7]);
      weChat.codes().consume("1", null);
      weChat.post("/card/qrcode/create", Json.object(), Idempotency.IDEMPOTENT);

      assertThat(weChat.recorded())
          .extracting(RecordedRequest::method)
          .containsOnly("POST")
          .hasSize(5);
      RecordedRequest create = weChat.recorded().get(0);
      assertThat(create.url()).endsWith("/card/create?access_token=***");
      assertThat(create.body().map(JsonNode::toString)).contains("{\"title\":\"券\"}");
      assertThat(weChat.recorded().toString())
          .contains("logo.png (7 bytes)")
          .doesNotContain(Stub.SECRET);
    }
    assertThat(stub.requests()).isZero();
    assertThat(stub.around.file().path()).doesNotExist();
  }

  @Test
  void a_command_whose_time_is_up_sends_nothing_more() {
    ClientOptions late = stub.options().withDeadline(stub.around.instant());

    try (WeChat weChat = stub.client(late)) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> weChat.postOnce(CREATE, Json.object(), LOOK));

      assertThat(failure.getMessage()).contains("time limit");
    }
    assertThat(stub.requests()).isZero();
  }

  @Test
  void the_host_is_asked_for_the_time_without_a_token() {
    try (WeChat weChat = stub.client()) {
      ProbeResult probe = weChat.probe();

      assertThat(probe.took()).isPositive().isLessThan(Duration.ofSeconds(20));
    }
    assertThat(stub.requests(Stub.TOKEN_PATH)).isZero();
  }

  @Test
  void a_sandboxs_own_paths_get_no_token_and_exist_on_this_machine_only() {
    stub.answer("/sandbox/status", Stub.json("{\"errcode\":0,\"cards\":3}"));

    try (WeChat weChat = stub.client()) {
      assertThat(weChat.sandbox().get("/sandbox/status").path("cards").asInt()).isEqualTo(3);
    }
    assertThat(stub.last("/sandbox/status").getUrl()).isEqualTo("/sandbox/status");
    stub.around.set("WXCARD_API_BASE", "https://api.weixin.qq.com");
    try (WeChat weChat = stub.client()) {
      assertThat(catchThrowableOfType(Failure.class, () -> weChat.sandbox().get("/sandbox/status")))
          .hasMessageContaining("no sandbox");
    }
  }
}
