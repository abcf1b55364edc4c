package io.github.wxcard.sign;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The base64 text of an encrypted message, on its way through forms and links. */
public final class CipherText {
  private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]{1,8};");
  private static final Pattern BLANK = Pattern.compile("\\h");

  private CipherText() {}

  /** What a form or a link has made of it; empty when it is base64, or never was. */
  public static Optional<String> spoilt(String text) {
    if (text.matches("[A-Za-z0-9_=-]*+") && (text.indexOf('-') >= 0 || text.indexOf('_') >= 0)) {
      return Optional.of("it is no base64 text but the kind for links, with - and _ for + and /");
    }
    if (isBase64(text.replace("\\/", "/")) && text.indexOf('\\') >= 0) {
      return Optional.of("there is a \\ before a /, as in JSON");
    }
    if (text.indexOf('&') >= 0 && isBase64(ENTITY.matcher(text).replaceAll(""))) {
      return Optional.of("a character is written as in HTML in it, such as &#43; for a +");
    }
    if (!text.matches("[A-Za-z0-9+/=\\h%]*+")) {
      return Optional.empty();
    }
    if (text.indexOf('%') >= 0) {
      return Optional.of("there is a % in it, as in %2B for a +");
    }
    return BLANK.matcher(text).find() ? Optional.of("a + became a blank") : Optional.empty();
  }

  private static boolean isBase64(String text) {
    return text.matches("[A-Za-z0-9+/=]*+");
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
