package io.github.wxcard.event;

import io.github.wxcard.sign.MessageMode;

/**
 * A push whose signatures fit.
 *
 * @param clear the message's XML; decrypted when it came encrypted and the key is known
 * @param encrypted the cipher text that was decrypted; empty when none was
 */
public record VerifiedPush(
    CallbackQuery query, MessageMode mode, String clear, PushedMessage message, String encrypted) {
  /** Whether its text is signed. */
  public boolean isSealed() {
    return !encrypted.isEmpty();
  }

  /** The signature that tells it from all other pushes. */
  public String signature() {
    return query.value(isSealed() ? "msg_signature" : "signature");
  }

  /** What came under that signature: the text that it covers, or one that it does not. */
  public String text() {
    return isSealed() ? encrypted : clear;
  }
}
