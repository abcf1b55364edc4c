package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.WorkerPool.Chunk;
import io.github.wxcard.client.ClientOptions.Pause;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Many codes at once. Lines are read, gathered into chunks and handed to a few threads, and results
 * come out in the order of the input. The window between the two is bounded, so that one slow call
 * cannot make memory grow. A code that stands on several lines is sent once.
 */
public final class BatchRunner {
  private static final int CHUNKS_AHEAD = 16;
  private static final long TICK_MILLIS = 200;

  private final int chunkSize;
  private final Journal journal;
  private final KnownResults known;
  private final ProgressListener listener;
  private final CircuitBreaker breaker;
  private final WorkerPool pool;
  private final int windowSize;

  private final Deque<Pending> window = new ArrayDeque<>();
  private Chunk chunk = Chunk.empty(false);
  private BatchCounts counts = BatchCounts.NOTHING;

  /** Hears of a batch as it goes on; always on the thread that runs it. */
  public interface ProgressListener {
    /** The next line's result, in the order of the input: {@code {"line","code","ok",…}}. */
    void row(ObjectNode row);

    /** How far the batch has come; now and then, whether or not anything has moved. */
    void progress(BatchCounts counts);
  }

  /**
   * How a batch runs.
   *
   * @param parallel how many calls are under way at once
   * @param interval from one call to the next; zero for no limit
   */
  public record Settings(int parallel, Duration interval, Clock clock, Pause pause) {}

  /**
   * A line whose result is to be shown in its turn.
   *
   * @param chunk the lines of the call that it takes part in; null when it needs none
   * @param index among those lines
   */
  private record Pending(InputLine line, Chunk chunk, int index) {}

  /**
   * @param lines the most lines there can be
   */
  public BatchRunner(
      BatchTask task, Journal journal, Settings settings, int lines, ProgressListener listener) {
    this.chunkSize = task.chunkSize();
    this.journal = journal;
    this.known = new KnownResults(journal, lines);
    this.listener = listener;
    this.breaker = new CircuitBreaker(settings.clock(), settings.pause(), task.fatalErrcodes());
    this.pool = new WorkerPool(task, journal, settings, breaker);
    this.windowSize = settings.parallel() * chunkSize * CHUNKS_AHEAD;
  }

  /** Works through the lines until they end or the batch is stopped. */
  public BatchCounts run(Iterator<InputLine> lines) {
    try {
      while (lines.hasNext()) {
        InputLine line = lines.next();
        if (breaker.stopped()) {
          counts = known.isOpen(line) ? counts.plus(LineResult.notSent(line)) : counts;
          continue;
        }
        take(line);
        if (window.size() >= windowSize) {
          awaitHalf();
          do {
            showFirst();
          } while (!window.isEmpty() && isSettled(window.getFirst()));
        }
      }
      submit();
      while (!window.isEmpty()) {
        showFirst();
      }
    } finally {
      pool.close();
    }
    if (counts.finished()) {
      journal.finish();
    }
    return counts;
  }

  /** Why the batch did not come to its end; empty when it did. */
  public Optional<Failure> stopped() {
    return breaker.reason();
  }

  /** Lets the calls that are under way end, and no other one begin; from any thread. */
  public void interrupt() {
    stop(Failure.of(FailureKind.INTERRUPTED, "the batch was interrupted", null));
  }

  /** As {@link #interrupt}, for another reason. */
  public void stop(Failure why) {
    breaker.stop(why);
  }

  /** Gives up the calls that are under way, after {@link #interrupt}; from any thread. */
  public void abort() {
    pool.abort();
  }

  private void take(InputLine line) {
    if (!known.needsCall(line)) {
      window.add(new Pending(line, null, 0));
      return;
    }
    boolean lookUpFirst = journal.status(line.number()).needsLookUp();
    if (lookUpFirst != chunk.lookUpFirst()) {
      submit();
      chunk = Chunk.empty(lookUpFirst);
    }
    window.add(new Pending(line, chunk, chunk.lines().size()));
    chunk.lines().add(line);
    if (chunk.lines().size() == chunkSize) {
      submit();
    }
  }

  private void submit() {
    if (!chunk.lines().isEmpty()) {
      pool.submit(chunk);
      chunk = Chunk.empty(chunk.lookUpFirst());
    }
  }

  /** Two chunks of the same lines are still two calls. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isFilling(Chunk other) {
    return other == chunk;
  }

  private static boolean isSettled(Pending pending) {
    return pending.chunk() == null || pending.chunk().results().isDone();
  }

  /** For half the window or a moment: waking for each result would cost as much as its call. */
  private void awaitHalf() {
    Chunk middle = window.stream().skip(windowSize / 2).findFirst().orElseThrow().chunk();
    if (middle != null && !isFilling(middle)) {
      try {
        middle.results().get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupt();
      } catch (TimeoutException | ExecutionException e) {
        // Seen again when its turn comes.
      }
    }
  }

  private void showFirst() {
    LineResult result = result(window.remove());
    counts = counts.plus(result);
    if (result.row() != null) {
      listener.row(result.row());
    }
    listener.progress(counts);
  }

  private LineResult result(Pending pending) {
    Chunk call = pending.chunk();
    if (call == null) {
      return known.result(pending.line());
    }
    if (isFilling(call)) {
      // Lines that need no call have filled the window behind a chunk that is not full.
      submit();
    }
    return settled(call.results()).get(pending.index());
  }

  private List<LineResult> settled(CompletableFuture<List<LineResult>> results) {
    while (true) {
      try {
        return results.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        listener.progress(counts);
      } catch (InterruptedException e) {
        interrupt();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
  }
}
