package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.WorkerPool.Chunk;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
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
  private final ProgressListener listener;
  private final CircuitBreaker breaker;
  private final WorkerPool pool;
  private final int windowSize;

  /** The line on which a code stood first. */
  private final CodeIndex firstLines;

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

  /** A line whose result is to be shown in its turn. */
  private sealed interface Pending {
    record InChunk(Chunk chunk, int index) implements Pending {}

    record Known(InputLine line) implements Pending {}

    record Repeated(InputLine line, int first) implements Pending {}
  }

  /**
   * @param lines the most lines there can be
   */
  public BatchRunner(
      BatchTask task,
      Journal journal,
      BatchSettings settings,
      int lines,
      ProgressListener listener) {
    this.chunkSize = task.chunkSize();
    this.journal = journal;
    this.listener = listener;
    this.breaker = new CircuitBreaker(settings.clock(), settings.pause(), task.fatalErrcodes());
    this.pool = new WorkerPool(task, journal, settings, breaker);
    this.windowSize = settings.parallel() * chunkSize * CHUNKS_AHEAD;
    this.firstLines = new CodeIndex(lines);
  }

  /** Works through the lines until they end or the batch is stopped. */
  public BatchCounts run(Iterator<InputLine> lines) {
    try {
      while (lines.hasNext()) {
        if (breaker.stopped()) {
          countAsNotSent(lines.next());
          continue;
        }
        take(lines.next());
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
    if (line.flaw().isPresent()) {
      window.add(new Pending.Known(line));
      return;
    }
    int first = firstLines.putIfAbsent(line.code(), line.cardId(), line.number());
    if (first != line.number()) {
      window.add(new Pending.Repeated(line, first));
      return;
    }
    journal.recall(line);
    LineStatus status = journal.status(line.number());
    if (status.isFinal()) {
      window.add(new Pending.Known(line));
      return;
    }
    if (status.needsLookUp() != chunk.lookUpFirst()) {
      submit();
      chunk = Chunk.empty(status.needsLookUp());
    }
    window.add(new Pending.InChunk(chunk, chunk.lines().size()));
    chunk.lines().add(line);
    if (chunk.lines().size() == chunkSize) {
      submit();
    }
  }

  /** Counts a line that the stop has left without its turn, if it had one to come. */
  private void countAsNotSent(InputLine line) {
    if (line.flaw().isPresent()) {
      return;
    }
    int first = firstLines.putIfAbsent(line.code(), line.cardId(), line.number());
    if (first == line.number()) {
      journal.recall(line);
    }
    if (!journal.status(first).isFinal()) {
      counts = counts.plus(LineResult.notSent(line));
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
    return !(pending instanceof Pending.InChunk sent) || sent.chunk().results().isDone();
  }

  /** For half the window or a moment: waking for each result would cost as much as its call. */
  private void awaitHalf() {
    Pending middle = window.stream().skip(windowSize / 2).findFirst().orElseThrow();
    if (middle instanceof Pending.InChunk sent && !isFilling(sent.chunk())) {
      try {
        sent.chunk().results().get(TICK_MILLIS, TimeUnit.MILLISECONDS);
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
    if (pending instanceof Pending.InChunk sent) {
      if (isFilling(sent.chunk())) {
        // Lines that need no call have filled the window behind a chunk that is not full.
        submit();
      }
      return settled(sent.chunk().results()).get(sent.index());
    }
    return pending instanceof Pending.Repeated repeated
        ? repeated(repeated.line(), repeated.first())
        : known(((Pending.Known) pending).line());
  }

  /** Of a line that cannot be used, or was answered for good in an earlier run. */
  private LineResult known(InputLine line) {
    if (line.flaw().isPresent()) {
      return LineResult.unusable(line);
    }
    ObjectNode row = journal.row(line.number());
    return journal.status(line.number()) == LineStatus.DONE
        ? LineResult.of(line, LineStatus.ALREADY_DONE, row.put("already_done", true))
        : LineResult.of(line, LineStatus.REFUSED, row.put("already_refused", true));
  }

  private LineResult repeated(InputLine line, int first) {
    LineStatus status = journal.status(first);
    if (status == LineStatus.NOT_SENT || status == LineStatus.SENT) {
      return LineResult.notSent(line);
    }
    ObjectNode row = journal.row(first).put("line", line.number()).put("repeats", first);
    return LineResult.of(line, LineStatus.REPEATED, row);
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
