package io.github.wxcard.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.sign.CipherText;
import io.github.wxcard.sign.MessageCipher;
import io.github.wxcard.sign.MessageMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Lets in what WeChat sent to the callback address. Everything else is a {@link Failure}: of kind
 * REFUSED when it may not be WeChat's or not this account's, of kind INPUT when it is no message.
 *
 * @param plainToo whether a message may come unencrypted although there is a key
 */
public record PushVerifier(CallbackKeys keys, boolean plainToo) {
  private static final int LONGEST_NONCE = 32;
  private static final String NOT_OURS =
      "Compare Token, EncodingAESKey and AppID with the console of the account.";

  /** What WeChat wants to read back when the address is set: the {@code echostr}. */
  public String echo(CallbackQuery query) {
    checkSignature(query);
    if (query.value("echostr").isEmpty()) {
      throw Failure.of(
          FailureKind.INPUT,
          "a GET without echostr",
          "WeChat sends one when the address is set in the console.");
    }
    return query.value("echostr");
  }

  /** Checks a push, takes it apart and decrypts it. */
  public VerifiedPush open(CallbackQuery query, String body) {
    checkSignature(query);
    PushedMessage outer = XmlReader.read(body, "the push");
    if (!outer.isEncrypted()) {
      if (query.value("encrypt_type").equals("aes")) {
        throw Failure.of(
            FailureKind.INPUT, "encrypt_type is aes, but there is no Encrypt element", NOT_OURS);
      }
      refusePlain();
      return new VerifiedPush(query, MessageMode.PLAIN, body, outer, "");
    }
    String encrypt = outer.field("Encrypt");
    check("msg_signature", query, encrypt);
    // A safe envelope names nothing but the receiver.
    boolean clearToo = !outer.field("MsgType").isEmpty();
    MessageMode mode = clearToo ? MessageMode.COMPATIBLE : MessageMode.SAFE;
    Optional<MessageCipher> cipher = keys.cipher();
    if (cipher.isEmpty()) {
      if (clearToo) {
        return new VerifiedPush(query, mode, body, outer, "");
      }
      throw Failure.of(
          FailureKind.REFUSED,
          "the push is encrypted, and no EncodingAESKey is known",
          "Pass it on the line after the Token, or add it to the profile's callback block.");
    }
    String clear = decrypted(cipher.get(), encrypt);
    PushedMessage message = XmlReader.read(clear, "the decrypted push");
    return new VerifiedPush(query, mode, clear, message, encrypt);
  }

  private void refusePlain() {
    if (!plainToo && keys.cipher().isPresent()) {
      throw Failure.of(
          FailureKind.REFUSED,
          "the push is not encrypted, and there is an EncodingAESKey",
          "Nothing vouches for the text of a plain push. If the account's mode is plain all the"
              + " same, allow it with --allow-plain.");
    }
  }

  private static String decrypted(MessageCipher cipher, String encrypt) {
    try {
      return cipher.decrypt(encrypt).message();
    } catch (Failure unreadable) {
      throw Failure.of(
              FailureKind.REFUSED, unreadable.getMessage(), unreadable.fix().orElse(NOT_OURS))
          .causedBy(unreadable);
    }
  }

  private void checkSignature(CallbackQuery query) {
    if (query.value("timestamp").isEmpty() || query.value("nonce").isEmpty()) {
      throw Failure.of(
          FailureKind.REFUSED,
          "the request has no timestamp or no nonce",
          "WeChat's requests have both.");
    }
    query.refuseRepeated();
    if (query.value("nonce").length() > LONGEST_NONCE) {
      throw Failure.of(
          FailureKind.REFUSED,
          "the nonce is longer than " + LONGEST_NONCE + " characters",
          "A longer one may hold what was signed as something else.");
    }
    check("signature", query, "");
  }

  private void check(String name, CallbackQuery query, String encrypt) {
    String given = query.value(name);
    String right = keys.sign(query.value("timestamp"), query.value("nonce"), encrypt);
    if (given.isEmpty()) {
      throw Failure.of(
          FailureKind.REFUSED, "the request has no " + name, "WeChat's requests have one.");
    }
    if (!MessageDigest.isEqual(bytes(given), bytes(right))) {
      throw Failure.of(
          FailureKind.REFUSED,
          "the " + name + " does not fit the Token",
          CipherText.spoilt(encrypt)
              .map(why -> "Look at the Encrypt element: " + why + ".")
              .orElse("Compare the Token with the console of the account."));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
