package io.github.wxcard.client;

/** A code that has just been redeemed, for good. */
public record Redeemed(String cardId, String openid, String code) {}
