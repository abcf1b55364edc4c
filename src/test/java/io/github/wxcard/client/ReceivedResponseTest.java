package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reason comes from a server, which may be anybody's. */
class ReceivedResponseTest {
  @Test
  void a_reason_is_decoded() {
    assertThat(reason("title%20%E6%A0%87%E9%A2%98%20a+b%2Bc")).contains("title 标题 a+b+c");
  }

  @Test
  void what_is_not_encoded_is_told_as_it_came() {
    assertThat(reason("100% wrong")).contains("100% wrong");
  }

  @Test
  void a_blank_one_is_none() {
    assertThat(reason("%0A%20")).isEmpty();
    assertThat(reason("")).isEmpty();
  }

  @Test
  void a_long_one_is_cut() {
    assertThat(reason("x".repeat(5000)).orElseThrow()).hasSize(1000);
  }

  private static Optional<String> reason(String header) {
    return new ReceivedResponse(200, new byte[0], "", Optional.empty(), Optional.of(header))
        .reason();
  }
}
