package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WeChat decrypts damaged texts too, and the code then tells. */
class DecryptedCodesTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"759733467744", "A-1_b", "A.1/B#2", "券码1", "12345678901234567890"})
  void a_code_is_handed_on(String code) {
    answer(code);

    try (WeChat weChat = stub.client()) {
      assertThat(weChat.codes().decrypt("x")).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ufffd\u0001", "\u0007", "\u0080\u009f", "\u00ff\ufffd", " 1", "\u200b", "😀"})
  void a_garbled_tail_is_a_damaged_text(String garbage) {
    answer("759733467744" + garbage);

    Failure failure = refused();

    assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(failure.getMessage()).contains("damaged");
    assertThat(failure.meaning().orElseThrow()).contains("'759733467744");
    assertThat(failure.retryable()).isFalse();
  }

  @Test
  void no_code_is_longer_than_twenty_characters() {
    answer("1".repeat(21));

    assertThat(refused().meaning().orElseThrow()).contains("20");
  }

  private void answer(String code) {
    stub.answer(
        "/card/code/decrypt",
        Stub.json(Json.write(Json.object().put("errcode", 0).put("code", code))));
  }

  private Failure refused() {
    try (WeChat weChat = stub.client()) {
      return catchThrowableOfType(Failure.class, () -> weChat.codes().decrypt("x"));
    }
  }
}
