package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A code as WeChat knows it.
 *
 * @param status {@code user_card_status}, such as NORMAL or CONSUMED; empty when not told
 * @param beginTime Unix seconds, 0 when not told
 * @param endTime Unix seconds, 0 when not told
 * @param answer all of WeChat's answer, for what only some cards have, such as {@code outer_str}
 */
public record CodeState(
    String code,
    String cardId,
    String openid,
    boolean canConsume,
    String status,
    long beginTime,
    long endTime,
    JsonNode answer) {}
