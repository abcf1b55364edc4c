package io.github.wxcard.cli.event;

import io.github.wxcard.error.ListenFailure;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.server.Exchange;
import io.github.wxcard.server.Listener;
import io.github.wxcard.server.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The HTTP side of listening: a port, and threads that answer what has come whole. */
final class CallbackServer implements AutoCloseable {
  /** A server behind us may take five seconds for each push. */
  private static final int THREADS = 64;

  private static final int IDLE_SECONDS = 10;
  private static final Listener.CallerLimits LIMITS =
      new Listener.CallerLimits(
          XmlReader.LONGEST, Duration.ofSeconds(10), Duration.ofSeconds(10), 100, 400, 32 << 20);

  private final Listener listener;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(LIMITS.connections()),
          CallbackServer::thread);

  private CallbackServer(Listener listener) {
    this.listener = listener;
    threads.allowCoreThreadTimeOut(true);
  }

  /** Takes the port; nothing is answered yet. */
  static CallbackServer bind(String host, int port) {
    try {
      return new CallbackServer(Listener.bind(host, port, LIMITS));
    } catch (IOException e) {
      throw ListenFailure.of(host, port, e);
    }
  }

  /** Where callers on this machine reach it. */
  URI base() {
    return listener.base();
  }

  /** Begins to answer. */
  void answer(CallbackHandler handler) {
    listener.open(
        new Exchange.Handler() {
          @Override
          public void handle(Exchange exchange) {
            threads.execute(() -> answer(handler, exchange));
          }

          @Override
          public void refused(int status, String why) {
            try {
              threads.execute(() -> handler.refused(status, why));
            } catch (RejectedExecutionException flooded) {
              // One more line about it helps nobody.
            }
          }
        });
  }

  /** Lets go of the port; requests under way get their answers first. */
  @Override
  public void close() {
    listener.close();
    threads.shutdown();
  }

  private static void answer(CallbackHandler handler, Exchange exchange) {
    CompletionStage<Response> answer;
    try {
      answer = handler.answer(exchange.request());
    } catch (RuntimeException | Error defect) {
      answer = CompletableFuture.failedFuture(defect);
    }
    var unused =
        answer.whenComplete(
            (response, defect) ->
                exchange.respond(defect == null ? response : CallbackHandler.LATER));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "callback");
    thread.setDaemon(true);
    return thread;
  }
}
