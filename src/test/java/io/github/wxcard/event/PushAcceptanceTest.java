package io.github.wxcard.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushAcceptanceTest {
  @ParameterizedTest
  @CsvSource({
    "200, '', true",
    "200, success, true",
    "204, '', true",
    "200, ' success\n', true",
    "200, Success, false",
    "200, \"success\", false",
    "199, '', false",
    "300, success, false",
    "500, '', false",
    "0, '', false"
  })
  void a_status_of_2xx_with_success_or_nothing_accepts(int status, String body, boolean accepted) {
    assertThat(PushAcceptance.accepts(status, body)).isEqualTo(accepted);
  }
}
