package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.Deadline;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Shows what has come in, each message once, until there was enough of it. */
final class EventPrinter {
  private final Consumer<ReceivedEvent> shown;
  private final Consumer<String> notes;
  private final Redactor redactor;
  private final boolean repeatsToo;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private long left;

  /**
   * @param count how many messages are enough; 0 for no end
   * @param repeatsToo whether repeats are shown as well
   */
  EventPrinter(
      long count,
      boolean repeatsToo,
      Redactor redactor,
      Consumer<ReceivedEvent> shown,
      Consumer<String> notes) {
    this.left = count == 0 ? Long.MAX_VALUE : count;
    this.repeatsToo = repeatsToo;
    this.redactor = redactor;
    this.shown = shown;
    this.notes = notes;
  }

  /** Takes a message in; false when it came too late. */
  synchronized boolean take(ReceivedEvent event) {
    if (isFull()) {
      return false;
    }
    try {
      // Before anything is cut short: half a secret is one, too.
      show(event.with(redactor));
      left -= event.repeated() ? 0 : 1;
    } catch (RuntimeException unwritable) {
      ended.completeExceptionally(unwritable);
      return false;
    }
    if (left == 0) {
      end();
    }
    return true;
  }

  boolean isFull() {
    return ended.isDone();
  }

  /** Somebody has told us to stop. */
  void end() {
    ended.complete(null);
  }

  /** Waits for the end; fails as the showing failed, and when the time is over. */
  void await(Deadline deadline) {
    try {
      if (deadline.left().isPresent()) {
        ended.get(deadline.left().get().toMillis(), TimeUnit.MILLISECONDS);
      } else {
        ended.get();
      }
    } catch (TimeoutException e) {
      throw deadline.over("listening");
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while listening", null);
    }
  }

  private void show(ReceivedEvent event) {
    if (!event.repeated() || repeatsToo) {
      shown.accept(event);
    } else {
      event
          .forwarded()
          .map(DeliveryReport::line)
          .ifPresent(
              said -> notes.accept("Sent again: " + event.push().message().kind() + " -> " + said));
    }
  }
}
