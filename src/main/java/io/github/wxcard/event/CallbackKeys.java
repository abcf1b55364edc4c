package io.github.wxcard.event;

import io.github.wxcard.sign.CallbackSignature;
import io.github.wxcard.sign.MessageCipher;
import java.util.Optional;

/**
 * What an account and WeChat sign and encrypt their messages with.
 *
 * @param token the Token of the console
 * @param encodingAesKey 43 characters; empty when no message is encrypted
 * @param appId whose messages they are; empty when no message is encrypted
 */
public record CallbackKeys(String token, String encodingAesKey, String appId) {
  /** The signature of a request; of its cipher text too, unless that is empty. */
  public String sign(String timestamp, String nonce, String encrypt) {
    return new CallbackSignature(token, timestamp, nonce, encrypt).signature().digest();
  }

  /** What encrypts and decrypts, when there is a key. */
  public Optional<MessageCipher> cipher() {
    return encodingAesKey.isEmpty()
        ? Optional.empty()
        : Optional.of(new MessageCipher(encodingAesKey, appId));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "CallbackKeys[" + appId + "]";
  }
}
