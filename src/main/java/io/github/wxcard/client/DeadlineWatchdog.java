package io.github.wxcard.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts what takes too long. One thread sleeps until the first of all limits could be over: a
 * timer for each request would cost more than many a request does.
 */
final class DeadlineWatchdog implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final long FAR = LONGEST.toNanos();

  private static final String CLOSED = "the client is closed";

  private final Set<Job> jobs = ConcurrentHashMap.newKeySet();
  private final long origin = System.nanoTime();
  private final Thread thread;
  private volatile long nextLook;
  private volatile boolean closed;

  DeadlineWatchdog(ThreadGroup threads) {
    thread = new Thread(threads, this::watch, "wxcard watch");
    thread.setDaemon(true);
    nextLook = FAR;
  }

  /** Something that an interrupt ends. */
  @FunctionalInterface
  interface Work<T> {
    T carryOut() throws IOException, InterruptedException;
  }

  /** Does it, or throws a {@link HttpTimeoutException} when it takes too long. */
  <T> T within(Duration limit, Work<T> work) throws IOException, InterruptedException {
    long nanos = limit.compareTo(LONGEST) < 0 ? limit.toNanos() : FAR;
    Job job = new Job(Thread.currentThread(), now() + nanos);
    jobs.add(job);
    if (job.end < nextLook) {
      lookBy(job.end);
    }
    try {
      return work.carryOut();
    } catch (InterruptedBeforeSendException e) {
      if (closed) {
        throw new ConnectException(CLOSED);
      }
      if (job.late) {
        throw new HttpConnectTimeoutException(e.getMessage() + " in time");
      }
      throw e;
    } catch (InterruptedException e) {
      if (closed) {
        throw new IOException(CLOSED);
      }
      if (job.late) {
        throw new HttpTimeoutException("not over in time");
      }
      throw e;
    } finally {
      jobs.remove(job);
      job.end();
    }
  }

  private synchronized void lookBy(long end) {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
    if (end < nextLook) {
      nextLook = end;
      LockSupport.unpark(thread);
    }
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(nextLook - now());
      long now = now();
      if (now >= nextLook) {
        nextLook = now + FAR;
        jobs.forEach(job -> look(job, now));
      }
    }
  }

  private void look(Job job, long now) {
    if (now >= job.end) {
      job.interrupt();
    } else {
      lookBy(job.end);
    }
  }

  private long now() {
    return System.nanoTime() - origin;
  }

  /** Ends what is under way as well: nobody would watch its limit any more. */
  @Override
  public void close() {
    closed = true;
    jobs.forEach(Job::interrupt);
    LockSupport.unpark(thread);
  }

  private static final class Job {
    private final Thread thread;
    private final long end;
    private boolean over;
    private volatile boolean late;

    Job(Thread thread, long end) {
      this.thread = thread;
      this.end = end;
    }

    synchronized void interrupt() {
      if (!over) {
        late = true;
        thread.interrupt();
      }
    }

    /** From here on nobody is interrupted any more; one that came too late is taken back. */
    synchronized void end() {
      over = true;
      if (late) {
        Thread.interrupted();
      }
    }
  }
}
