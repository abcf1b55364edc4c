package io.github.wxcard.card;

import java.util.Set;

/**
 * The body of another call than {@code /card/create}.
 *
 * @param call the call's path, or what it is when it belongs to none
 * @param cardType the type of the card in it, or empty
 * @param shaped whether WeChat is known to take a wrong type, or a key at a wrong level, for no
 *     JSON
 * @param schema what its fields are like
 */
public record BodySchema(String call, String cardType, boolean shaped, Field schema) {
  /** Whether it is the body of the call with this path. */
  boolean isOf(String path) {
    for (String one : call.split(" or ", -1)) {
      boolean family = one.endsWith("…");
      if (family ? path.startsWith(one.substring(0, one.length() - 1)) : path.equals(one)) {
        return true;
      }
    }
    return false;
  }

  /** Names that are at fault where they do not belong; none for a body that is read leniently. */
  public Set<String> misplaceable() {
    if (!shaped) {
      return Set.of();
    }
    return cardType.isEmpty() ? schema.names() : CardSchema.standard().names();
  }

  /** Whether it says what is to change in a card. */
  boolean isUpdate() {
    return call.equals("/card/update");
  }

  /** What to call it in a sentence. */
  String name() {
    return call.startsWith("/") ? "the body of " + call : call;
  }
}
