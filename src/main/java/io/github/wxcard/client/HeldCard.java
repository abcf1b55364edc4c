package io.github.wxcard.client;

/** A card in a user's hands. */
public record HeldCard(String code, String cardId) {}
