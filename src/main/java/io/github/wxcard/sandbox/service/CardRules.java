package io.github.wxcard.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.function.Predicate;

/** What {@code /card/create} demands of a definition. */
public final class CardRules {
  private CardRules() {}

  /** Accepts a create body, or throws a {@link Refusal} for the first fault. */
  public static void check(JsonNode body, Instant now, Predicate<String> ownLogo) {
    if (!body.path("card").isObject()) {
      throw new Refusal(41011, "card is missing");
    }
  }
}
