package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refusals of a call that went too fast: nothing was done, so any call is made once more. */
final class TransientRefusalsTest {
  private static final String ACTIVATE = "/card/membercard/activate";
  private static final ResponseDefinitionBuilder TOO_OFTEN =
      Stub.errcode(45061, "maybe the update frequency is too often, please try again");
  private static final ResponseDefinitionBuilder DONE =
      Stub.json("{\"errcode\":0,\"errmsg\":\"ok\"}");

  private static WireMockServer server;

  @TempDir Path home;
  private Stub stub;

  @BeforeAll
  static void start() {
    server = Stub.server();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void open() {
    stub = new Stub(home, server);
  }

  @AfterEach
  void forget() {
    stub.forget();
  }

  @Test
  void a_call_that_is_never_repeated_otherwise_is_repeated_after_a_pause() {
    stub.answer(ACTIVATE, TOO_OFTEN, TOO_OFTEN, DONE);

    try (WeChat weChat = stub.client()) {
      weChat.post(ACTIVATE, Json.object(), Idempotency.NOT_IDEMPOTENT);
    }

    assertThat(stub.requests(ACTIVATE)).isEqualTo(3);
    assertThat(stub.pauses).hasSize(2);
  }

  @Test
  void so_is_one_that_somebody_wrote() {
    stub.answer(ACTIVATE, TOO_OFTEN, DONE);

    try (WeChat weChat = stub.client()) {
      weChat.raw().post(ACTIVATE, Map.of(), Json.object());
    }

    assertThat(stub.requests(ACTIVATE)).isEqualTo(2);
  }

  @Test
  void after_three_tries_it_is_told_and_nobody_wonders_whether_it_was_done() {
    stub.answer(ACTIVATE, TOO_OFTEN);

    Failure failure;
    try (WeChat weChat = stub.client()) {
      failure =
          catchThrowableOfType(
              Failure.class,
              () -> weChat.post(ACTIVATE, Json.object(), Idempotency.NOT_IDEMPOTENT));
    }

    assertThat(stub.requests(ACTIVATE)).isEqualTo(3);
    assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure.meaning().orElse("")).doesNotContain("not known");
  }

  @Test
  void a_busy_platform_may_have_done_it() {
    stub.answer(ACTIVATE, Stub.errcode(-1, "system error"));

    try (WeChat weChat = stub.client()) {
      assertThatExceptionOfType(Failure.class)
          .isThrownBy(() -> weChat.post(ACTIVATE, Json.object(), Idempotency.NOT_IDEMPOTENT));
    }

    assertThat(stub.requests(ACTIVATE)).isEqualTo(1);
  }
}
