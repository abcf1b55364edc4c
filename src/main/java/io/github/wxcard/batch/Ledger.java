package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Remembers what became of each inputLine; used from several threads at once. */
public interface Ledger extends AutoCloseable {
  /**
   * The card of codes beside which none is named, or null; a resumed batch remembers it.
   *
   * @param named the card the command names, or null
   */
  default String cardId(String named) {
    return named;
  }

  /**
   * The inputLine comes for the first time: what is known of its code from elsewhere counts from
   * now.
   */
  default void meet(InputLine inputLine) {}

  /** What is known of a inputLine. */
  LineStatus fate(int inputLine);

  /** The result of a inputLine that has one. */
  ObjectNode row(int inputLine);

  /** Returns once it is written down for good that these lines are about to be sent. */
  void sending(List<InputLine> pack);

  /** Writes down what came of some lines. */
  void record(List<LineResult> outcomes);

  /** Every inputLine has its last answer: the next run begins anew. */
  void finish();

  @Override
  void close();
}
