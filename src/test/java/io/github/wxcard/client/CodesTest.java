package io.github.wxcard.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wxcard.client.Codes.CodeState;
import io.github.wxcard.client.Codes.Redeemed;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
  private static final String CONSUME = "/card/code/consume";
  private static final String LOOK_UP = "/card/code/get";

  @TempDir Path home;
  private Stub stub;

  @BeforeEach
  void start() {
    stub = new Stub(home);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void a_code_is_redeemed_with_one_request_and_nothing_else_is_asked() throws IOException {
    stub.answer(
        CONSUME,
        Stub.json(
            "{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\"}"));

    try (WeChat weChat = stub.client()) {
      assertThat(weChat.codes().consume("7597", "p1")).isEqualTo(new Redeemed("p1", "o1", "7597"));
    }
    assertThat(Json.read(stub.last(CONSUME).getBody()))
        .hasToString("{\"code\":\"7597\",\"card_id\":\"p1\"}");
    assertThat(stub.requests(LOOK_UP)).isZero();
  }

  @Test
  void a_code_that_was_redeemed_before_is_an_answer_and_nothing_is_looked_up() {
    stub.answer(CONSUME, Stub.errcode(40099, "invalid code, this code has consumed."));

    Failure failure = consume(stub.options());

    assertThat(failure.errcode()).contains(40099);
    assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(stub.requests(LOOK_UP)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"CONSUMED,false,is redeemed now", "NORMAL,true,not redeemed", "EXPIRE,false,EXPIRE"})
  void after_a_lost_answer_it_says_what_the_code_looks_like(
      String status, boolean again, String told) {
    stub.answer(CONSUME, aResponse().withFault(Fault.EMPTY_RESPONSE));
    stub.answer(LOOK_UP, state(status));

    Failure failure = consume(stub.options());

    assertThat(failure.kind()).isEqualTo(FailureKind.NETWORK);
    assertThat(failure.meaning().orElseThrow()).contains(told);
    assertThat(failure.retryable()).isEqualTo(again);
    assertThat(failure.json().at("/error/user_card_status").asText()).isEqualTo(status);
    assertThat(stub.requests(CONSUME)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "card_id":"p1"                                       | MEMBER_CARD
          "card_id":"p1","membership_number":"N-1","bonus":"0" | (not asked)
          """)
  void of_a_member_card_the_state_does_not_tell_whether_it_was_redeemed(String card, String type) {
    stub.answer(CONSUME, aResponse().withFault(Fault.EMPTY_RESPONSE));
    stub.answer(
        LOOK_UP,
        Stub.json(
            "{\"errcode\":0,\"card\":{%s},\"openid\":\"o1\",\"user_card_status\":\"NORMAL\"}"
                .formatted(card)));
    stub.answer(
        "/card/get", Stub.json("{\"errcode\":0,\"card\":{\"card_type\":\"%s\"}}".formatted(type)));

    Failure failure = consume(stub.options());

    assertThat(failure.retryable()).isFalse();
    assertThat(failure.meaning().orElseThrow()).contains("member card", "does not tell");
    assertThat(failure.json().at("/error/user_card_status").asText()).isEqualTo("NORMAL");
    assertThat(stub.requests(CONSUME)).isEqualTo(1);
  }

  @Test
  void a_busy_platform_may_have_redeemed_all_the_same() {
    stub.answer(CONSUME, Stub.errcode(-1, "system error"));
    stub.answer(LOOK_UP, state("CONSUMED"));

    Failure failure = consume(stub.options());

    assertThat(failure.errcode()).contains(-1);
    assertThat(failure.meaning().orElseThrow()).contains("is redeemed now");
    assertThat(failure.retryable()).isFalse();
  }

  @Test
  void a_look_that_fails_too_leaves_it_open() {
    stub.answer(CONSUME, aResponse().withStatus(502));
    stub.answer(LOOK_UP, aResponse().withStatus(502));

    Failure failure = consume(stub.options());

    assertThat(failure.meaning().orElseThrow()).contains("not known");
    assertThat(failure.retryable()).isFalse();
    assertThat(stub.requests(CONSUME)).isEqualTo(1);
  }

  @Test
  void time_is_left_for_the_look_when_the_whole_command_is_limited() {
    stub.answer(CONSUME, Stub.json("{}").withFixedDelay(20_000));
    stub.answer(LOOK_UP, state("CONSUMED"));
    ClientOptions options =
        stub.options()
            .withCallLimit(Duration.ofSeconds(2))
            .withDeadline(stub.around.instant().plusSeconds(2));

    long start = System.nanoTime();
    Failure failure = consume(options);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(failure.meaning().orElseThrow()).contains("is redeemed now");
    assertThat(failure.getMessage()).contains("within 1500 ms");
  }

  @Test
  void a_request_that_never_left_may_leave_again_and_needs_no_look() {
    int port;
    try (WeChat weChat = stub.client()) {
      weChat.tokens().current();
    } finally {
      port = URI.create(stub.around.settings().target().apiBase().toString()).getPort();
      stub.close();
    }
    Failure failure = consume(stub.options());

    assertThat(failure.getMessage()).contains("cannot reach", ":" + port, "connection refused");
    assertThat(failure.meaning()).contains("Nothing was sent, so nothing was done.");
    assertThat(stub.pauses).hasSize(2);
  }

  @Test
  void an_old_answer_that_nests_the_state_is_understood() {
    stub.answer(
        LOOK_UP,
        Stub.json(
            "{\"errcode\":0,\"openid\":\"o1\",\"card\":{\"card_id\":\"p1\",\"begin_time\":1,"
                + "\"end_time\":2,\"user_card_status\":\"NORMAL\",\"can_consume\":\"true\"}}"));

    try (WeChat weChat = stub.client()) {
      assertThat(weChat.codes().get("7597", null, false))
          .usingRecursiveComparison()
          .ignoringFields("answer")
          .isEqualTo(new CodeState("7597", "p1", "o1", true, "NORMAL", 1, 2, Json.object()));
    }
  }

  private Failure consume(ClientOptions options) {
    try (WeChat weChat = stub.client(options)) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> weChat.codes().consume("7597", null));
      assertThat(failure).isNotNull();
      return failure;
    }
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder state(
      String status) {
    return Stub.json(
        "{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_id\":\"p1\"},\"openid\":\"o1\","
            + "\"can_consume\":false,\"user_card_status\":\"%s\"}".formatted(status));
  }
}
