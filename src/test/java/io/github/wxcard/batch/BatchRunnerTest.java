package io.github.wxcard.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.config.Surroundings;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
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

/** The order, the pace and the stops of a batch, with a task and a time that a test makes up. */
@Timeout(60)
class BatchRunnerTest {
  @TempDir Path home;

  private final List<Integer> shown = new ArrayList<>();
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private BatchRunner runner;

  private record Each(int chunkSize, Function<InputLine, LineResult> each) implements BatchTask {
    @Override
    public String command() {
      return "test";
    }

    @Override
    public boolean irreversible() {
      return true;
    }

    @Override
    public List<LineResult> process(List<InputLine> chunk, boolean lookUpFirst) {
      return chunk.stream().map(each).toList();
    }
  }

  private BatchCounts run(
      int parallel, Duration interval, int lines, Function<InputLine, LineResult> each) {
    Surroundings time = new Surroundings(home);
    Function<InputLine, LineResult> noted =
        line -> {
          sent.add(line.code() + "@" + time.instant());
          return each.apply(line);
        };
    Iterator<InputLine> input =
        IntStream.rangeClosed(1, lines).mapToObj(i -> InputLine.of(i, "c" + i, null)).iterator();
    return run(
        new Each(1, noted),
        input,
        new BatchRunner.Settings(parallel, interval, time, time::advance));
  }

  private BatchCounts run(
      BatchTask task, Iterator<InputLine> lines, BatchRunner.Settings settings) {
    BatchRunner.ProgressListener listener =
        new BatchRunner.ProgressListener() {
          @Override
          public void row(ObjectNode row) {
            shown.add(row.path("line").asInt());
          }

          @Override
          public void progress(BatchCounts counts) {}
        };
    runner = new BatchRunner(task, Journal.inMemory(null, 10_000), settings, 10_000, listener);
    return runner.run(lines);
  }

  private static LineResult done(InputLine line) {
    return LineResult.done(line, line.row(true));
  }

  private static LineResult refused(InputLine line, int errcode) {
    return LineResult.failed(line, Failure.refused("POST /x", errcode, "text"));
  }

  @Test
  void results_come_in_order_and_one_slow_call_holds_back_a_bounded_number_of_others() {
    CountDownLatch slow = new CountDownLatch(1);
    AtomicInteger others = new AtomicInteger();
    BatchCounts counts =
        run(
            4,
            Duration.ZERO,
            1_000,
            line -> {
              if (line.number() == 1) {
                await(slow);
              } else if (others.incrementAndGet() == 63) {
                slow.countDown();
              } else if (slow.getCount() > 0 && others.get() > 63) {
                throw new AssertionError("the window is larger than it should be");
              }
              return done(line);
            });
    assertThat(counts.done()).isEqualTo(1_000);
    assertThat(shown).isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
  }

  @Test
  void chunks_are_full_but_for_the_last_one() {
    Surroundings time = new Surroundings(home);
    Duration evenly = Duration.ofSeconds(1);
    Iterator<InputLine> input =
        IntStream.rangeClosed(1, 5_050)
            .mapToObj(i -> InputLine.of(i, "c" + i % 5_000, null))
            .iterator();

    BatchCounts counts =
        run(
            new Each(100, BatchRunnerTest::done),
            input,
            new BatchRunner.Settings(1, evenly, time, time::advance));

    assertThat(counts).isEqualTo(new BatchCounts(5_000, 0, 50, 0, 0, 0, 0, 0));
    assertThat(time.instant()).isEqualTo(Instant.parse("2026-11-23T08:00:49Z"));
  }

  @Test
  void a_rate_spreads_the_calls_evenly() {
    run(1, Duration.ofMillis(50), 5, BatchRunnerTest::done);

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
    BatchCounts counts =
        run(
            1,
            Duration.ZERO,
            3,
            line -> calls.incrementAndGet() == 2 ? refused(line, 45011) : done(line));

    assertThat(counts.done()).isEqualTo(3);
    assertThat(runner.stopped()).isEmpty();
    assertThat(sent).hasSize(4);
    Instant again = Instant.parse(sent.get(2).substring(3));
    assertThat(sent.get(2)).startsWith("c2@");
    assertThat(again).isAfterOrEqualTo(Instant.parse("2026-11-23T08:01:00Z"));
  }

  @Test
  void minutes_that_never_end_stop_the_batch() {
    BatchCounts counts = run(1, Duration.ZERO, 3, line -> refused(line, 45011));

    assertThat(counts.failed()).isEqualTo(1);
    assertThat(sent).hasSize(6);
    assertThat(runner.stopped())
        .hasValueSatisfying(why -> assertThat(why.errcode()).contains(45011));
  }

  @Test
  void what_every_other_call_would_meet_too_stops_at_once() {
    BatchCounts day = run(1, Duration.ZERO, 100, line -> refused(line, 45009));
    assertThat(day.failed()).isEqualTo(1);
    BatchCounts auth = run(1, Duration.ZERO, 100, line -> refused(line, 48001));
    assertThat(auth.failed()).isEqualTo(1);
    BatchCounts address = run(1, Duration.ZERO, 100, line -> refused(line, 45035));
    assertThat(address.failed()).isEqualTo(1);
    assertThat(sent).hasSize(3);
  }

  @Test
  void ten_network_failures_in_a_row_stop_it_and_nine_do_not() {
    Function<InputLine, LineResult> broken =
        line -> LineResult.failed(line, Failure.of(FailureKind.NETWORK, "no way", null));
    assertThat(run(1, Duration.ZERO, 100, broken).failed()).isEqualTo(10);
    assertThat(runner.stopped()).isPresent();

    run(1, Duration.ZERO, 100, line -> line.number() % 10 == 0 ? done(line) : broken.apply(line));
    assertThat(runner.stopped()).isEmpty();
  }

  @Test
  void refusals_of_single_codes_stop_nothing() {
    BatchCounts counts = run(8, Duration.ZERO, 500, line -> refused(line, 40056));
    assertThat(counts.failed()).isEqualTo(500);
    assertThat(runner.stopped()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
