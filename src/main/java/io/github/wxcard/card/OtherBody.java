package io.github.wxcard.card;

/**
 * The body of another call than {@code /card/create}.
 *
 * @param call the call's path
 * @param cardType the type of the card in it, or empty
 * @param schema what its fields are like
 */
record OtherBody(String call, String cardType, Field schema) {}
