package io.github.wxcard.sandbox.http;

import io.github.wxcard.error.ListenFailure;
import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.admin.RequestJournal;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.server.Listener;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The HTTP side: requests that come to a port, handed to the dispatcher. */
public final class SandboxServer implements AutoCloseable {
  private static final Listener.CallerLimits LIMITS =
      new Listener.CallerLimits(
          10 << 20, Duration.ofSeconds(30), Duration.ofMinutes(2), 512, 900, 64 << 20);
  private static final long JOURNAL_MILLIS = 100;
  private static final int WORKERS = 2;

  private final Listener listener;

  /** For what takes long, such as pictures and large bodies, while others are answered. */
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          WORKERS,
          WORKERS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          SandboxServer::thread);

  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Runnable whenClosed = () -> {};

  private SandboxServer(Listener listener) {
    this.listener = listener;
    workers.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes the port; nothing is answered yet. */
  public static SandboxServer bind(String host, int port) {
    try {
      return new SandboxServer(Listener.bind(host, port, LIMITS));
    } catch (IOException e) {
      throw ListenFailure.of(host, port, e);
    }
  }

  /** Where callers on this machine reach it. */
  public URI base() {
    return listener.base();
  }

  /**
   * Begins to answer.
   *
   * @param access who may call
   * @param log told a line at a time how calls ended
   * @param everyRequest whether it is told so of all calls, or of those that were refused
   */
  public void answer(
      Store store,
      ServiceContext services,
      AccessRules access,
      Clock clock,
      Consumer<String> log,
      boolean everyRequest) {
    store.afterEachBatch(listener::flush);
    store.onTrouble(log);
    Executor slow =
        work ->
            workers.execute(
                () -> {
                  work.run();
                  listener.flush();
                });
    Dispatcher dispatcher =
        new Dispatcher(
            services, store, access, clock, slow, new RequestLog(log, everyRequest, clock));
    listener.open(dispatcher::handle);
    RequestJournal journal = services.journal();
    listener.every(
        JOURNAL_MILLIS,
        () -> {
          if (journal.isDue(System.nanoTime())) {
            workers.execute(() -> flush(store, journal));
          }
        });
    whenClosed = () -> flush(store, journal);
  }

  /** Lets go of the port; requests in flight get their answers first. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      listener.close();
      workers.shutdown();
      whenClosed.run();
    }
  }

  private static void flush(Store store, RequestJournal journal) {
    journal.flush(store, () -> {});
  }
}
