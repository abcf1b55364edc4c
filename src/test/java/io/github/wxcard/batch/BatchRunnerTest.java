package io.github.wxcard.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.config.Surroundings;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order, the pace and the stops of a batchRunner, with batchTask and time that a test makes up.
 */
@Timeout(60)
class BatchRunnerTest {
  @TempDir Path home;

  private final List<Integer> shown = new ArrayList<>();
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private BatchRunner batchRunner;

  private record Each(int packSize, Function<InputLine, LineResult> each) implements BatchTask {
    @Override
    public boolean irreversible() {
      return true;
    }

    @Override
    public List<LineResult> carryOut(List<InputLine> pack, boolean looksFirst) {
      return pack.stream().map(each).toList();
    }
  }

  private BatchCounts run(
      int parallel, Rate rate, int lines, Function<InputLine, LineResult> each) {
    Surroundings time = new Surroundings(home);
    Function<InputLine, LineResult> noted =
        inputLine -> {
          sent.add(inputLine.code() + "@" + time.instant());
          return each.apply(inputLine);
        };
    Iterator<InputLine> input =
        IntStream.rangeClosed(1, lines).mapToObj(i -> InputLine.of(i, "c" + i, null)).iterator();
    return run(new Each(1, noted), input, new Settings(parallel, rate, time, time::advance));
  }

  private BatchCounts run(BatchTask batchTask, Iterator<InputLine> lines, Settings settings) {
    BatchListener listener =
        new BatchListener() {
          @Override
          public void row(ObjectNode row) {
            shown.add(row.path("line").asInt());
          }

          @Override
          public void progress(BatchCounts batchCounts) {}
        };
    batchRunner = new BatchRunner(batchTask, new MemoryLedger(), settings, 10_000, listener);
    return batchRunner.run(lines);
  }

  private static LineResult done(InputLine inputLine) {
    return LineResult.done(inputLine, inputLine.row(true));
  }

  private static LineResult refused(InputLine inputLine, int errcode) {
    return LineResult.failed(inputLine, Failure.refused("POST /x", errcode, "text"));
  }

  @Test
  void results_come_in_order_and_one_slow_call_holds_back_a_bounded_number_of_others() {
    CountDownLatch slow = new CountDownLatch(1);
    AtomicInteger others = new AtomicInteger();
    BatchCounts batchCounts =
        run(
            4,
            Rate.UNLIMITED,
            1_000,
            inputLine -> {
              if (inputLine.number() == 1) {
                await(slow);
              } else if (others.incrementAndGet() == 63) {
                slow.countDown();
              } else if (slow.getCount() > 0 && others.get() > 63) {
                throw new AssertionError("the window is larger than it should be");
              }
              return done(inputLine);
            });
    assertThat(batchCounts.done()).isEqualTo(1_000);
    assertThat(shown).isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
  }

  @Test
  void packs_are_full_but_for_the_last_one() {
    Surroundings time = new Surroundings(home);
    Rate evenly = Rate.of(1, Duration.ofSeconds(1));
    Iterator<InputLine> input =
        IntStream.rangeClosed(1, 5_050)
            .mapToObj(i -> InputLine.of(i, "c" + i % 5_000, null))
            .iterator();

    BatchCounts batchCounts =
        run(
            new Each(100, BatchRunnerTest::done),
            input,
            new Settings(1, evenly, time, time::advance));

    assertThat(batchCounts).isEqualTo(new BatchCounts(5_000, 0, 50, 0, 0, 0, 0, 0));
    assertThat(time.instant()).isEqualTo(Instant.parse("2026-11-23T08:00:49Z"));
  }

  @Test
  void a_rate_spreads_the_calls_evenly() {
    run(1, Rate.of(20, Duration.ofSeconds(1)), 5, BatchRunnerTest::done);

    assertThat(sent)
        .containsExactly(
            "c1@2026-11-23T08:00:00Z",
            "c2@2026-11-23T08:00:00.050Z",
            "c3@2026-11-23T08:00:00.100Z",
            "c4@2026-11-23T08:00:00.150Z",
            "c5@2026-11-23T08:00:00.200Z");
  }

  @Test
  void a_used_up_minute_is_waited_out_and_the_same_code_sent_again() {
    AtomicInteger calls = new AtomicInteger();
    BatchCounts batchCounts =
        run(
            1,
            Rate.UNLIMITED,
            3,
            inputLine ->
                calls.incrementAndGet() == 2 ? refused(inputLine, 45011) : done(inputLine));

    assertThat(batchCounts.done()).isEqualTo(3);
    assertThat(batchRunner.stopped()).isEmpty();
    assertThat(sent).hasSize(4);
    Instant again = Instant.parse(sent.get(2).substring(3));
    assertThat(sent.get(2)).startsWith("c2@");
    assertThat(again).isAfterOrEqualTo(Instant.parse("2026-11-23T08:01:00Z"));
  }

  @Test
  void minutes_that_never_end_stop_the_batch() {
    BatchCounts batchCounts = run(1, Rate.UNLIMITED, 3, inputLine -> refused(inputLine, 45011));

    assertThat(batchCounts.failed()).isEqualTo(1);
    assertThat(sent).hasSize(6);
    assertThat(batchRunner.stopped())
        .hasValueSatisfying(why -> assertThat(why.errcode()).contains(45011));
  }

  @Test
  void what_every_other_call_would_meet_too_stops_at_once() {
    BatchCounts day = run(1, Rate.UNLIMITED, 100, inputLine -> refused(inputLine, 45009));
    assertThat(day.failed()).isEqualTo(1);
    BatchCounts auth = run(1, Rate.UNLIMITED, 100, inputLine -> refused(inputLine, 48001));
    assertThat(auth.failed()).isEqualTo(1);
    BatchCounts address = run(1, Rate.UNLIMITED, 100, inputLine -> refused(inputLine, 45035));
    assertThat(address.failed()).isEqualTo(1);
    assertThat(sent).hasSize(3);
  }

  @Test
  void ten_network_failures_in_a_row_stop_it_and_nine_do_not() {
    Function<InputLine, LineResult> broken =
        inputLine -> LineResult.failed(inputLine, Failure.of(Kind.NETWORK, "no way", null));
    assertThat(run(1, Rate.UNLIMITED, 100, broken).failed()).isEqualTo(10);
    assertThat(batchRunner.stopped()).isPresent();

    run(
        1,
        Rate.UNLIMITED,
        100,
        inputLine -> inputLine.number() % 10 == 0 ? done(inputLine) : broken.apply(inputLine));
    assertThat(batchRunner.stopped()).isEmpty();
  }

  @Test
  void refusals_of_single_codes_stop_nothing() {
    BatchCounts batchCounts = run(8, Rate.UNLIMITED, 500, inputLine -> refused(inputLine, 40056));
    assertThat(batchCounts.failed()).isEqualTo(500);
    assertThat(batchRunner.stopped()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
