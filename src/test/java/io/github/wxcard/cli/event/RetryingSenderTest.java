package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.client.PushDelivery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How long is waited between attempts, without waiting. */
final class RetryingSenderTest {
  private final List<Duration> rests = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final RetryingSender usual =
      new RetryingSender(4, Duration.ofSeconds(5), rests::add, notes::add);

  @Test
  void the_next_attempt_begins_five_seconds_after_the_last_one_began() {
    List<PushDelivery> made =
        usual.make(answers(delivery(500, 1200, "no"), delivery(0, 5001, ""), delivery(200, 3, "")));

    assertThat(made).hasSize(3);
    assertThat(rests).containsExactly(Duration.ofMillis(3800));
    assertThat(notes).hasSize(2);
  }

  @Test
  void after_the_last_attempt_nobody_waits() {
    PushDelivery no = delivery(503, 0, "");

    assertThat(usual.make(() -> no)).containsExactly(no, no, no, no);
    assertThat(rests).hasSize(3);
    assertThat(notes).hasSize(3);
  }

  private static Supplier<PushDelivery> answers(PushDelivery... inTurn) {
    Queue<PushDelivery> queue = new ArrayDeque<>(List.of(inTurn));
    return queue::remove;
  }

  private static PushDelivery delivery(int status, long ms, String answer) {
    return new PushDelivery(status, ms, answer, status == 0 ? "no answer" : "");
  }
}
