package io.github.wxcard.cli.event;

import io.github.wxcard.error.ListenFailure;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.server.Exchange;
import io.github.wxcard.server.ExchangeHandler;
import io.github.wxcard.server.Listener;
import io.github.wxcard.server.ListenerLimits;
import io.github.wxcard.server.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP side of listening: a port, and threads that answer what has come whole. */
final class CallbackServer implements AutoCloseable {
  private static final int THREADS = 16;
  private static final ListenerLimits LIMITS =
      new ListenerLimits(XmlReader.LONGEST, Duration.ofSeconds(10));

  private final Listener listener;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, CallbackServer::thread);

  private CallbackServer(Listener listener) {
    this.listener = listener;
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
  void answer(Inbox inbox) {
    listener.open(
        new ExchangeHandler() {
          @Override
          public void handle(Exchange exchange) {
            threads.execute(() -> answer(inbox, exchange));
          }

          @Override
          public void refused(int status, String why) {
            threads.execute(() -> inbox.refused(status, why));
          }
        });
  }

  /** Lets go of the port; requests under way get their answers first. */
  @Override
  public void close() {
    listener.close();
    threads.shutdown();
  }

  private static void answer(Inbox inbox, Exchange exchange) {
    Response response = CallbackResponse.LATER;
    try {
      response = inbox.answer(exchange.request());
    } finally {
      exchange.respond(response);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "callback");
    thread.setDaemon(true);
    return thread;
  }
}
