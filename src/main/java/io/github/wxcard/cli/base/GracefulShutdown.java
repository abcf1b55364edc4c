package io.github.wxcard.cli.base;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/**
 * Gives work the time to end in good order when the process is told to stop, by Ctrl-C or a signal.
 * Until it is closed the process waits for it, though not for long; a second signal ends the wait.
 */
final class GracefulShutdown implements AutoCloseable {
  private static final Duration SILENT = Duration.ofMillis(500);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final Runnable stop;
  private final Runnable abort;
  private final String leftUndone;
  private final List<Stage> stages;
  private final Consumer<String> said;
  private final Thread hook = new Thread(this::runAtSignal, "wxcard shutdown");
  private final AtomicBoolean begun = new AtomicBoolean();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean hurried;

  /**
   * Something that is waited for.
   *
   * @param name as in {@code "the calls under way"}
   */
  record Stage(String name, Duration timeout) {}

  private enum Event {
    NEXT_STAGE,
    ANOTHER_SIGNAL,
    CLOSED
  }

  /**
   * @param stop lets the work begin nothing new; called on another thread
   * @param abort gives up what is still under way; called on another thread
   * @param leftUndone what a person should know when not even that has helped, or nothing
   * @param said told what is waited for, and when that was in vain
   */
  GracefulShutdown(
      Runnable stop, Runnable abort, String leftUndone, Consumer<String> said, Stage... stages) {
    this.stop = stop;
    this.abort = abort;
    this.leftUndone = leftUndone;
    this.said = said;
    this.stages = List.of(stages);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the process, or the command, is about to end. */
  boolean underWay() {
    return begun.get();
  }

  /** The work has come to its next stage; false when there is no time left for that one. */
  boolean nextStage() {
    events.add(Event.NEXT_STAGE);
    return !hurried;
  }

  private void runAtSignal() {
    // From here on the JVM itself takes no notice of further ones.
    SIGNALS.forEach(signal -> Signals.register(signal, this::run));
    run();
    try {
      closed.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has the work end; returns when it has, or when it has had its time. */
  void run() {
    if (!begun.compareAndSet(false, true)) {
      events.add(Event.ANOTHER_SIGNAL);
      return;
    }
    stop.run();
    try {
      await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await() throws InterruptedException {
    for (Stage stage : stages) {
      Event event = await(stage);
      if (event == null || event == Event.ANOTHER_SIGNAL) {
        hurried = event != null;
        abort.run();
        event = next(LAST_WORDS);
      }
      if (event == null && !leftUndone.isEmpty()) {
        said.accept(leftUndone);
      }
      if (event != Event.NEXT_STAGE) {
        return;
      }
    }
  }

  private Event await(Stage stage) throws InterruptedException {
    Event event = next(SILENT);
    if (event != null) {
      return event;
    }
    said.accept("waiting up to " + stage.timeout().toSeconds() + " s for " + stage.name());
    return next(stage.timeout().minus(SILENT));
  }

  /** Null when nothing happens in time. */
  private Event next(Duration timeout) throws InterruptedException {
    return events.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    events.add(Event.CLOSED);
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWayAlready) {
      return;
    }
  }
}
