package io.github.wxcard.scenario;

/** A line ended inside a quote; on a terminal the next line goes on with it. */
public final class UnclosedQuote extends RuntimeException {
  UnclosedQuote(char quote) {
    super("the line ends inside " + quote + " quotes");
  }
}
