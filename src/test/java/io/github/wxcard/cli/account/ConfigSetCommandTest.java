package io.github.wxcard.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.cli.base.Timeouts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ConfigSetCommandTest {
  @Test
  void a_standard_input_that_stays_silent_is_waited_for_no_longer_than_usual() {
    assertThat(Timeouts.of(new ConfigSetCommand(), null, false).input())
        .contains(Duration.ofSeconds(30));
    assertThat(Timeouts.of(new ConfigSetCommand(), null, true).input()).isEmpty();
  }
}
