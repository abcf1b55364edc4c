package io.github.wxcard.client;

import io.github.wxcard.client.CallFailedException.RetryDecision;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;

/**
 * Asks the thread that works to stop, by an interrupt. From the first request that must not be sent
 * twice to the end of its command the interrupt is put off: the answer is worth waiting for.
 */
public final class Cancellation {
  private final Thread worker;
  private final Runnable beforeDeferring;
  private boolean requested;
  private boolean deferred;

  /**
   * For the thread that calls this.
   *
   * @param beforeDeferring called before interrupts are put off, so that somebody sees to it that
   *     this does not last for ever
   */
  public Cancellation(Runnable beforeDeferring) {
    this(Thread.currentThread(), beforeDeferring);
  }

  private Cancellation(Thread worker, Runnable beforeDeferring) {
    this.worker = worker;
    this.beforeDeferring = beforeDeferring;
  }

  /** One that nobody ever asks for. */
  static Cancellation none() {
    return new Cancellation(null, () -> {});
  }

  /** Asks to stop: at once, or after the answer that is waited for; from any thread. */
  public synchronized void request() {
    requested = true;
    if (!deferred) {
      worker.interrupt();
    }
  }

  /** Ends what is under way, whatever it is; from any thread. */
  public synchronized void force() {
    requested = true;
    worker.interrupt();
  }

  public synchronized boolean requested() {
    return requested;
  }

  /** A command has ended: the next one can be interrupted at once again. */
  public synchronized void settle() {
    deferred = false;
  }

  /** Forgets the request, for what is to be done all the same; by the thread that works. */
  public synchronized void reset() {
    requested = false;
    deferred = false;
    if (Thread.currentThread() == worker) {
      Thread.interrupted();
    }
  }

  /** Lets a request leave, unless this thread has been asked to stop. */
  void beforeSending(ApiCall call) {
    if (Thread.currentThread() != worker) {
      return;
    }
    if (call.idempotency() == Idempotency.NOT_IDEMPOTENT) {
      beforeDeferring.run();
    }
    synchronized (this) {
      if (requested) {
        throw new CallFailedException(
            RetryDecision.UNSENT_FOR_GOOD,
            Failure.of(FailureKind.INTERRUPTED, call.name() + " was not sent: interrupted", null));
      }
      deferred |= call.idempotency() == Idempotency.NOT_IDEMPOTENT;
    }
  }
}
