package io.github.wxcard.card;

import java.util.Optional;

/**
 * A value that can be corrected without a doubt.
 *
 * @param rule the rule whose finding it ends
 * @param replacement the JSON to stand there instead; empty when the whole member has to go
 */
record Amendment(String pointer, String rule, Optional<String> replacement) {
  String what() {
    return replacement
        .map(json -> "wrote %s for %s".formatted(json, pointer))
        .orElse("removed " + pointer);
  }
}
