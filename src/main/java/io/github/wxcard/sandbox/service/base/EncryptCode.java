package io.github.wxcard.sandbox.service.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code encrypt_code} of links: base64 that only the account can turn back into a code. WeChat
 * keeps its scheme to itself; this one gives texts of the same 64 characters for codes of WeChat's
 * own, the same text for the same code, and longer texts for codes of more than 14 bytes.
 */
public final class EncryptCode {
  private static final int INVALID = 40075;
  private static final int BLOCK = 16;

  /** Bytes of a checksum in front: it tells a wrong text, and makes every block look different. */
  private static final int CHECK = 4;

  private static final String SEPARATOR = "\n";

  private EncryptCode() {}

  /** The text for a code of a card, not yet percent-encoded. */
  public static String of(String cardId, String code) {
    byte[] content = (cardId + SEPARATOR + code).getBytes(StandardCharsets.UTF_8);
    byte[] plain =
        ByteBuffer.allocate(CHECK + content.length).put(check(content)).put(content).array();
    try {
      return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The code in a text; a {@link Refusal} with 40075 for a text that {@link #of} did not make. */
  public static String decrypt(String text) {
    if (text.indexOf(' ') >= 0) {
      throw new Refusal(INVALID, "a + became a blank: decode the parameter once");
    }
    if (text.indexOf('%') >= 0) {
      throw new Refusal(INVALID, "there is a % in it: decode the parameter once");
    }
    byte[] plain = plain(text);
    byte[] content = Arrays.copyOfRange(plain, Math.min(CHECK, plain.length), plain.length);
    String[] parts = new String(content, StandardCharsets.UTF_8).split(SEPARATOR, 2);
    if (parts.length < 2 || !Arrays.equals(plain, 0, CHECK, check(content), 0, CHECK)) {
      throw unknown();
    }
    return parts[1];
  }

  private static byte[] plain(String text) {
    try {
      return cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw unknown();
    }
  }

  private static Refusal unknown() {
    return new Refusal(INVALID, "this account made no such encrypt_code");
  }

  private static byte[] check(byte[] content) {
    return Arrays.copyOf(sha256(content), CHECK);
  }

  private static Cipher cipher(int mode) throws GeneralSecurityException {
    byte[] secret = sha256((Account.APP_ID + Account.SECRET).getBytes(StandardCharsets.UTF_8));
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    SecretKeySpec key = new SecretKeySpec(Arrays.copyOf(secret, BLOCK), "AES");
    cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
    return cipher;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
