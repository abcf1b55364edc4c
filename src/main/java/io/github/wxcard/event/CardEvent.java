package io.github.wxcard.event;

import java.util.Map;

/**
 * Something that happened to a card, as it is pushed to the merchant's server.
 *
 * @param name as in {@code user_get_card}
 * @param receiver the account's original id, {@code ToUserName}
 * @param sender the openid of {@code FromUserName}
 * @param created Unix seconds
 * @param fields the event's own fields in order
 */
public record CardEvent(
    String name, String receiver, String sender, long created, Map<String, String> fields) {}
