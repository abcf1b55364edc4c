package io.github.wxcard.client;

/**
 * One card to be handed out by QR code; null leaves a part out.
 *
 * @param code for cards with merchant codes
 * @param openid for cards bound to one user
 * @param expireSeconds 60 to 1800; null lasts as long as WeChat keeps it
 * @param unique pins one code, and the QR code dies with its first claim
 * @param outerStr comes back in the claim event
 */
public record QrRequest(
    String cardId,
    String code,
    String openid,
    Integer expireSeconds,
    boolean unique,
    String outerStr) {}
