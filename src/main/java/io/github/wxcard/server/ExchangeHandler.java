package io.github.wxcard.server;

/** What a listener does with requests. Called by the thread that serves all callers. */
public interface ExchangeHandler {
  /** Answers a request, now or later; must not wait for anything. */
  void handle(Exchange exchange);

  /** Hears what the listener itself has refused, before there was a whole request. */
  default void refused(int status, String why) {}
}
