package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineWatchdogTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final DeadlineWatchdog deadlineWatchdog =
      new DeadlineWatchdog(new ThreadGroup("watched"));
  private final CountDownLatch never = new CountDownLatch(1);

  private String waits() throws InterruptedException {
    never.await();
    return "never";
  }

  @AfterEach
  void close() {
    deadlineWatchdog.close();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void what_takes_too_long_is_ended() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> deadlineWatchdog.within(SHORT, this::waits))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void a_short_limit_holds_beside_a_long_one() throws Exception {
    assertThat(deadlineWatchdog.within(LONG, () -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () -> deadlineWatchdog.within(LONG, () -> deadlineWatchdog.within(SHORT, this::waits)))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void an_interrupt_of_somebody_else_stays_one() {
    assertThatThrownBy(
            () ->
                deadlineWatchdog.within(
                    LONG,
                    () -> {
                      Thread.currentThread().interrupt();
                      return waits();
                    }))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void work_that_ends_as_its_time_does_leaves_no_interrupt_behind() {
    for (int round = 0; round < 200; round++) {
      try {
        deadlineWatchdog.within(
            Duration.ofNanos(200_000),
            () -> IntStream.range(0, 30_000).mapToObj(Integer::toString).count());
      } catch (Exception late) {
        assertThat(late).isInstanceOf(HttpTimeoutException.class);
      }
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }
}
