package io.github.wxcard.event;

import io.github.wxcard.sign.MessageMode;

/**
 * A push whose signatures fit.
 *
 * @param clear the message's XML; decrypted when it came encrypted and the key is known
 */
public record ReceivedPush(
    CallbackQuery query, MessageMode mode, String clear, PushedMessage message) {}
