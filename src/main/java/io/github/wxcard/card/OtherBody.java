package io.github.wxcard.card;

/**
 * The body of another call than {@code /card/create}.
 *
 * @param call the call's path, or what it is when it belongs to none
 * @param cardType the type of the card in it, or empty
 * @param schema what its fields are like
 */
record OtherBody(String call, String cardType, Field schema) {
  /** What to call it in a sentence. */
  String name() {
    return call.startsWith("/") ? "the body of " + call : call;
  }
}
