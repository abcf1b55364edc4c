package io.github.wxcard.sandbox.service.base;

import io.github.wxcard.text.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code encrypt_code} of links. WeChat keeps its scheme to itself; this one gives texts of the
 * same sizes, 44 characters for codes of up to 12 characters and 64 for longer ones, and like
 * WeChat's it validates nothing but its own beginning: what was damaged on its way comes back as a
 * code with a garbled tail.
 */
public final class EncryptedCode {
  private static final int INVALID = 40075;
  private static final int BLOCK = 16;
  private static final int SALT = 4;

  /** The salt and what tells that this account made it. */
  private static final int HEAD = 8;

  private static final int SUM = 4;
  private static final int SHORT = 12;

  private static final Pattern INTACT = Pattern.compile("[A-Za-z0-9+/]*");

  /** A beginning that nothing on the way can damage, so that it is known again. */
  private static final Pattern SAFE_HEAD = Pattern.compile("[A-Za-z0-9]{11}.*");

  private EncryptedCode() {}

  /** The text for a code of a card, not yet percent-encoded. */
  public static String of(String cardId, String code) {
    byte[] content = code.getBytes(StandardCharsets.UTF_8);
    int size = (code.codePointCount(0, code.length()) <= SHORT ? 2 : 3) * BLOCK;
    while (size < HEAD + content.length + SUM) {
      size += BLOCK;
    }
    for (int attempt = 0; ; attempt++) {
      byte[] seed = (cardId + "\n" + code + "\n" + attempt).getBytes(StandardCharsets.UTF_8);
      byte[] salt = Arrays.copyOf(Digests.sha256(seed), SALT);
      String text = Base64.getEncoder().encodeToString(sealed(salt, content, size));
      if (SAFE_HEAD.matcher(text).matches()) {
        return text;
      }
    }
  }

  /**
   * The code in a text; with a garbled tail for one that {@link #of} made and something damaged, a
   * {@link ApiException} with 40075 for any other.
   */
  public static String decrypt(String text) {
    byte[] bytes = intact(text);
    byte[] salt = Arrays.copyOf(bytes, SALT);
    if (bytes.length < HEAD || !Arrays.equals(bytes, SALT, HEAD, mark(salt), 0, HEAD - SALT)) {
      throw new ApiException(INVALID, "this account made no such encrypt_code");
    }
    byte[] plain = cipher(salt, Arrays.copyOfRange(bytes, HEAD, bytes.length));
    int end = 0;
    while (end < plain.length && plain[end] != 0) {
      end++;
    }
    String code = new String(plain, 0, end, StandardCharsets.UTF_8);
    byte[] whole = sealed(salt, Arrays.copyOf(plain, end), bytes.length);
    boolean same = Base64.getEncoder().encodeToString(whole).equals(text);
    return same && bytes.length % BLOCK == 0 ? code : code + garbage(text);
  }

  /** What stands before the first character that no such text has. */
  private static byte[] intact(String text) {
    Matcher beginning = INTACT.matcher(text);
    int length = beginning.lookingAt() ? beginning.end() : 0;
    return Base64.getDecoder().decode(text.substring(0, length % 4 == 1 ? length - 1 : length));
  }

  /** Salt, mark, and encrypted the code, zeros up to the size, and a checksum. */
  private static byte[] sealed(byte[] salt, byte[] code, int size) {
    byte[] plain = new byte[Math.max(size - HEAD, code.length + SUM)];
    System.arraycopy(code, 0, plain, 0, code.length);
    System.arraycopy(Digests.sha256(code), 0, plain, plain.length - SUM, SUM);
    return ByteBuffer.allocate(HEAD + plain.length)
        .put(salt)
        .put(mark(salt))
        .put(cipher(salt, plain))
        .array();
  }

  /** Some of the characters that bytes of any kind become. */
  private static String garbage(String text) {
    StringBuilder garbage = new StringBuilder("\ufffd");
    for (byte one : Arrays.copyOf(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)), 6)) {
      garbage.append((char) (0x80 | (one & 0x7f)));
    }
    return garbage.toString();
  }

  private static byte[] mark(byte[] salt) {
    return Arrays.copyOf(
        Digests.sha256(ByteBuffer.allocate(BLOCK + SALT).put(key()).put(salt).array()), 4);
  }

  private static byte[] cipher(byte[] salt, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      IvParameterSpec start = new IvParameterSpec(Arrays.copyOf(salt, BLOCK));
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key(), "AES"), start);
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key() {
    byte[] secret =
        (SandboxAccount.APP_ID + SandboxAccount.SECRET).getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Digests.sha256(secret), BLOCK);
  }
}
