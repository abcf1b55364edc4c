package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxcard.client.Tokens.Token;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final String CALL = "/card/get";
  private static final String CARD = "{\"errcode\":0,\"card\":{\"card_type\":\"GROUPON\",\"x\":1}}";

  @TempDir Path home;
  private Stub stub;

  @BeforeEach
  void start() {
    stub = new Stub(home);
    stub.answer(CALL, Stub.json(CARD));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void a_token_is_asked_for_without_ending_anybodys() throws IOException {
    try (WeChat weChat = stub.client()) {
      Token token = weChat.tokens().current();

      assertThat(token.value()).isEqualTo("marker-token-1");
      assertThat(token.kind()).isEqualTo("stable");
      assertThat(token.cached()).isFalse();
    }
    assertThat(Json.read(stub.last(Stub.TOKEN_PATH).getBody()))
        .hasToString(
            "{\"grant_type\":\"client_credential\",\"appid\":\"wx1\",\"secret\":\""
                + Stub.SECRET
                + "\",\"force_refresh\":false}");
  }

  @Test
  void a_second_process_uses_the_first_ones_token() {
    try (WeChat first = stub.client();
        WeChat second = stub.client()) {
      first.card("p1");

      assertThat(second.tokens().current().cached()).isTrue();
      second.card("p1");
    }
    assertThat(stub.requests(Stub.TOKEN_PATH)).isEqualTo(1);
  }

  @Test
  void a_token_near_its_end_is_replaced_also_in_a_client_that_lives_on() {
    try (WeChat weChat = stub.client()) {
      weChat.card("p1");
      stub.around.advance(Duration.ofMinutes(116));
      weChat.card("p1");
    }
    assertThat(stub.last(CALL).getQueryParams().get("access_token").firstValue())
        .isEqualTo("marker-token-2");
  }

  @ParameterizedTest
  @ValueSource(ints = {40001, 40014, 42001})
  void a_refused_token_is_replaced_once_and_the_call_repeated_once(int errcode) {
    stub.answer(CALL, Stub.errcode(errcode, "token"), Stub.json(CARD));

    try (WeChat weChat = stub.client()) {
      assertThat(weChat.card("p1").path("x").asInt()).isEqualTo(1);
    }
    assertThat(stub.requests(CALL)).isEqualTo(2);
    assertThat(stub.requests(Stub.TOKEN_PATH)).isEqualTo(2);
    assertThat(stub.last(CALL).getUrl()).contains("marker-token-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/card/create", "/card/code/consume"})
  void what_is_never_sent_twice_is_repeated_after_a_token_refusal_all_the_same(String path) {
    String success =
        "{\"errcode\":0,\"card_id\":\"p1\",\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\"}";
    stub.answer(path, Stub.errcode(42001, "access_token expired"), Stub.json(success));

    try (WeChat weChat = stub.client()) {
      if (path.endsWith("create")) {
        assertThat(weChat.postOnce("/card/create", Json.object(), "").path("card_id").asText())
            .isEqualTo("p1");
      } else {
        assertThat(weChat.codes().consume("1", null).cardId()).isEqualTo("p1");
      }
    }
    assertThat(stub.requests(path)).isEqualTo(2);
  }

  @Test
  void a_token_that_is_refused_for_ever_ends_after_two_calls() {
    stub.answer(CALL, Stub.errcode(40001, "invalid credential"));

    try (WeChat weChat = stub.client()) {
      Failure failure = catchThrowableOfType(Failure.class, () -> weChat.card("p1"));

      assertThat(failure.kind()).isEqualTo(FailureKind.AUTH);
      assertThat(failure.errcode()).contains(40001);
    }
    assertThat(stub.requests(CALL)).isEqualTo(2);
    assertThat(stub.requests(Stub.TOKEN_PATH)).isEqualTo(2);
  }

  @Test
  void a_refused_token_that_another_process_has_replaced_costs_no_request() {
    try (WeChat slow = stub.client();
        WeChat quick = stub.client()) {
      slow.card("p1");
      quick.tokens().refresh();
      stub.answer(CALL, Stub.errcode(40001, "not latest"), Stub.json(CARD));
      slow.card("p1");
    }
    assertThat(stub.requests(Stub.TOKEN_PATH)).isEqualTo(2);
    assertThat(stub.last(CALL).getUrl()).contains("marker-token-2");
  }

  @Test
  void a_wrong_secret_is_an_answer_and_not_repeated() {
    stub.answer(Stub.TOKEN_PATH, Stub.errcode(40125, "invalid appsecret"));

    try (WeChat weChat = stub.client()) {
      assertThat(catchThrowableOfType(Failure.class, () -> weChat.card("p1")).kind())
          .isEqualTo(FailureKind.AUTH);
    }
    assertThat(stub.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"access_token\":\"T\"}",
        "{\"access_token\":\"\",\"expires_in\":7200}",
        "{\"access_token\":\"T\",\"expires_in\":0}",
        "{\"access_token\":\"T\",\"expires_in\":-1}"
      })
  void an_answer_without_a_usable_token_is_kept_nowhere(String answer) {
    stub.answer(Stub.TOKEN_PATH, Stub.json(answer));

    try (WeChat weChat = stub.client()) {
      assertThat(catchThrowableOfType(Failure.class, () -> weChat.tokens().current()).kind())
          .isEqualTo(FailureKind.NETWORK);
    }
    assertThat(stub.around.file().read().path("cache")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid ip 203.0.113.7, not in whitelist | 203.0.113.7",
        "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist | 203.0.113.7",
        "invalid ip 2001:db8::a:1, not in whitelist | 2001:db8::a:1"
      })
  void a_blocked_address_is_told_by_itself(String text, String address) {
    stub.answer(Stub.TOKEN_PATH, Stub.errcode(40164, text));

    try (WeChat weChat = stub.client()) {
      Failure failure = catchThrowableOfType(Failure.class, () -> weChat.tokens().current());

      assertThat(failure.details()).containsExactly(address);
      assertThat(failure.fix().orElseThrow()).contains("IP白名单");
      assertThat(failure.json().at("/error/ip").asText()).isEqualTo(address);
    }
  }

  @Test
  void forcing_and_the_classic_call_always_ask() throws IOException {
    stub.answer(
        "/cgi-bin/token", Stub.json("{\"access_token\":\"classic-1\",\"expires_in\":7200}"));

    try (WeChat weChat = stub.client()) {
      weChat.tokens().current();
      weChat.tokens().forceRefresh();
      assertThat(Json.read(stub.last(Stub.TOKEN_PATH).getBody()).path("force_refresh").asBoolean())
          .isTrue();
      assertThat(weChat.tokens().classic().kind()).isEqualTo("classic");
      assertThat(weChat.tokens().current().value()).isEqualTo("classic-1");
    }
    assertThat(stub.last("/cgi-bin/token").getQueryParams().get("grant_type").firstValue())
        .isEqualTo("client_credential");
  }

  @Test
  void tickets_are_kept_apart_and_fetched_once() {
    stub.answer(
        Tokens.TICKET_PATH,
        Stub.json("{\"errcode\":0,\"errmsg\":\"ok\",\"ticket\":\"one\",\"expires_in\":7200}"),
        Stub.json("{\"errcode\":0,\"errmsg\":\"ok\",\"ticket\":\"two\",\"expires_in\":7200}"));

    try (WeChat weChat = stub.client()) {
      assertThat(weChat.tokens().cardTicket().value()).isEqualTo("one");
      assertThat(stub.last(Tokens.TICKET_PATH).getUrl()).contains("type=wx_card");
      assertThat(weChat.tokens().jsapiTicket().value()).isEqualTo("two");
      assertThat(stub.last(Tokens.TICKET_PATH).getUrl()).contains("type=jsapi");
      assertThat(weChat.tokens().cardTicket().cached()).isTrue();
    }
    assertThat(stub.requests(Tokens.TICKET_PATH)).isEqualTo(2);
  }
}
