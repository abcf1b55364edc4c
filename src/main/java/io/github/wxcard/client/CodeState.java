package io.github.wxcard.client;

/**
 * A code as WeChat knows it.
 *
 * @param status {@code user_card_status}, such as NORMAL or CONSUMED; empty when not told
 * @param beginTime Unix seconds, 0 when not told
 * @param endTime Unix seconds, 0 when not told
 */
public record CodeState(
    String code,
    String cardId,
    String openid,
    boolean canConsume,
    String status,
    long beginTime,
    long endTime) {}
