package io.github.wxcard.sign;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The signature WeChat puts on its requests to a merchant's callback address: {@code signature}, or
 * {@code msg_signature} when there is an encrypted text.
 *
 * @param token the Token typed in the console, no access token
 * @param encrypt the base64 text of the {@code Encrypt} element, or empty
 */
public record CallbackSignature(String token, String timestamp, String nonce, String encrypt)
    implements Signable {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{3,32}");

  /** Whether the console takes this Token: 3 to 32 letters or digits. */
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  @Override
  public SigningInput input() {
    return SigningInput.of(Canonicalization.SORTED_VALUES)
        .add("token", token)
        .add("timestamp", timestamp)
        .add("nonce", nonce)
        .add("encrypt", encrypt);
  }

  @Override
  public List<SignatureMistake> mistakes() {
    return CallbackMistakes.all();
  }

  @Override
  public List<String> warnings() {
    return new InputWarnings()
        .token(token)
        .timestamp(timestamp)
        .plain("nonce", nonce)
        .base64("encrypted text", encrypt)
        .list();
  }
}
