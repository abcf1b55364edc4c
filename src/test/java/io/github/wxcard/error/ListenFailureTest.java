package io.github.wxcard.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.api.Test;

class ListenFailureTest {
  @Test
  void a_port_in_use_wants_another_port() {
    Failure failure =
        ListenFailure.of("127.0.0.1", 80, new BindException("Address already in use"));

    assertThat(failure.fix().orElseThrow()).contains("--port 0");
  }

  @Test
  void an_address_of_another_machine_wants_another_host() {
    Failure failure =
        ListenFailure.of("192.0.2.1", 80, new BindException("Cannot assign requested address"));

    assertThat(failure.fix().orElseThrow()).contains("--host").doesNotContain("--port");
  }
}
