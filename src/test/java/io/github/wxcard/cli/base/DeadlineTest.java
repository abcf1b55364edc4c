package io.github.wxcard.cli.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");

  private static String silence() {
    throw Failure.of(FailureKind.NETWORK, "no answer", null);
  }

  private static Deadline endingIn(Duration left) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new Deadline(
        clock, (time, doing) -> {}, Optional.of(Duration.ofSeconds(2)), NOW.plus(left));
  }

  @Test
  void a_look_that_the_end_cuts_short_is_told_as_the_end() {
    for (Duration left : new Duration[] {Duration.ZERO, Duration.ofMillis(5)}) {
      assertThatThrownBy(() -> endingIn(left).look(DeadlineTest::silence, "following"))
          .hasMessage("stopped following after 2 s, as --timeout says")
          .matches(failure -> Deadline.isOver((Failure) failure));
    }
  }

  @Test
  void one_that_fails_before_is_told_as_it_failed() {
    assertThatThrownBy(
            () -> endingIn(Duration.ofSeconds(1)).look(DeadlineTest::silence, "following"))
        .hasMessage("no answer");
    assertThat(endingIn(Duration.ZERO).look(() -> "seen", "following")).isEqualTo("seen");
  }
}
