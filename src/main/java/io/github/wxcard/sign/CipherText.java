package io.github.wxcard.sign;

import java.util.Base64;
import java.util.Optional;

/** The base64 text of an encrypted message, on its way through forms and links. */
public final class CipherText {
  private CipherText() {}

  /** What a form or a link has made of it; empty when it is base64, or never was. */
  public static Optional<String> spoilt(String text) {
    if (!text.matches("[A-Za-z0-9+/= %]*")) {
      return Optional.empty();
    }
    if (text.indexOf('%') >= 0) {
      return Optional.of("there is a % in it, as in %2B for a +");
    }
    return text.indexOf(' ') >= 0 ? Optional.of("a + became a blank") : Optional.empty();
  }

  static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw spoilt(text)
          .map(
              why ->
                  MessageCipher.unreadable(
                      why,
                      "Decode a form or a query only once, and take the text of the Encrypt"
                          + " element as it is."))
          .orElseGet(
              () ->
                  MessageCipher.unreadable(
                      "it is no base64 text", "Take the text of the Encrypt element as it is."))
          .causedBy(e);
    }
  }
}
