package io.github.wxcard.sandbox.service.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.store.Tx;

/** A state that is written down and made again elsewhere. */
public final class Seeding {
  private Seeding() {}

  /**
   * {@code GET /sandbox/export}: {@code {"wxcard_sandbox":1,"tables":{"card":[{column:value}…]…}}}.
   */
  public static ObjectNode export(Tx tx, Input input) {
    return input.trusted() ? tx.dump() : DeliveryResult.hidden(tx.dump());
  }

  /**
   * Puts what {@link #export} wrote in the place of a state without cards and codes; a {@link
   * Failure} of kind config when there are some, of kind input when it cannot be read.
   */
  public static void into(Tx tx, JsonNode dump) {
    long cards = tx.cards().count();
    long codes = tx.codes().count();
    if (cards > 0 || codes > 0) {
      throw Failure.of(
          Kind.CONFIG,
          "the database is not empty (cards: %d, codes: %d), and a seed would replace everything"
              .formatted(cards, codes),
          "Name another --db, use --memory, or empty this one with `wxcard sandbox reset`.");
    }
    tx.seed(dump);
    Faults.check(tx);
    // Whoever sets a callback here is not told what happened elsewhere.
    tx.events().abandon("the callback is no part of a seed");
  }
}
