package io.github.wxcard.sign;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of pushed messages: AES-256-CBC under the EncodingAESKey, text in and base64 out.
 * The clear text is 16 random bytes, the message's length in four, the message, and the AppID,
 * padded to blocks of 32.
 */
public final class MessageCipher {
  /** Bytes of random text in front of every message. */
  public static final int RANDOM_BYTES = 16;

  private static final int KEY_CHARACTERS = 43;
  private static final int PADDED_BLOCK = 32;
  private static final int CIPHER_BLOCK = 16;

  private final SecretKeySpec key;
  private final IvParameterSpec start;
  private final String appId;

  /**
   * @param encodingAesKey the 43 characters of the console
   * @throws Failure of kind {@link FailureKind#INPUT} when they are no key
   */
  public MessageCipher(String encodingAesKey, String appId) {
    byte[] bytes = decodeKey(encodingAesKey);
    this.key = new SecretKeySpec(bytes, "AES");
    this.start = new IvParameterSpec(bytes, 0, 16);
    this.appId = appId;
  }

  /**
   * Encrypts a message.
   *
   * @param random {@link #RANDOM_BYTES} fresh ones
   */
  public String encrypt(String message, byte[] random) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    byte[] receiver = appId.getBytes(StandardCharsets.UTF_8);
    int length = random.length + Integer.BYTES + text.length + receiver.length;
    int padding = PADDED_BLOCK - length % PADDED_BLOCK;
    ByteBuffer clear = ByteBuffer.allocate(length + padding);
    clear.put(random).putInt(text.length).put(text).put(receiver);
    Arrays.fill(clear.array(), length, length + padding, (byte) padding);
    try {
      return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, clear.array()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Decrypts a message.
   *
   * @throws Failure of kind {@link FailureKind#INPUT} when the text was not made with this key, or
   *     not for this AppID
   */
  public Clear decrypt(String base64) {
    byte[] bytes = CipherText.decode(base64);
    if (bytes.length == 0 || bytes.length % PADDED_BLOCK != 0) {
      throw ofWrongLength(bytes);
    }
    Packed packed = opened(bytes);
    if (!packed.appId().equals(appId)) {
      throw unreadable(
          "it is for " + packed.appId() + ", not for " + appId,
          "Compare the AppID with the console of the account.");
    }
    return new Clear(packed.random(), strictly(packed.message()), packed.appId());
  }

  /**
   * Other libraries pad to the block of the cipher, and half of their texts have a wrong length.
   */
  private Failure ofWrongLength(byte[] bytes) {
    if (bytes.length > 0 && bytes.length % CIPHER_BLOCK == 0) {
      try {
        if (opened(bytes).padding() <= CIPHER_BLOCK) {
          return unreadable(
              "It was padded to 16 bytes; WeChat pads to 32 (it opens with this key)",
              "Pad to blocks of 32 bytes where it is encrypted.");
        }
      } catch (Failure cut) {
        // It does not open, so that is not all that is wrong with it.
      }
    }
    return unreadable(
        "it is cut short, having " + bytes.length + " bytes and no multiple of " + PADDED_BLOCK,
        "Take the whole text of the Encrypt element.");
  }

  /**
   * A message as it was before encryption.
   *
   * @param random the bytes in front of it, one character a byte
   */
  public record Clear(String random, String message, String appId) {}

  /** A message before its text is read. */
  private record Packed(String random, byte[] message, String appId, int padding) {}

  private Packed opened(byte[] bytes) {
    try {
      return unpack(run(Cipher.DECRYPT_MODE, bytes));
    } catch (IllegalArgumentException | BufferUnderflowException | GeneralSecurityException e) {
      throw unreadable(
              "it was made with another EncodingAESKey",
              "Compare the EncodingAESKey with the console of the account.")
          .causedBy(e);
    }
  }

  private static Packed unpack(byte[] padded) {
    int padding = padded[padded.length - 1];
    if (padding < 1 || padding > PADDED_BLOCK) {
      throw new IllegalArgumentException("padding " + padding);
    }
    ByteBuffer clear = ByteBuffer.wrap(padded, 0, padded.length - padding);
    String random = new String(take(clear, RANDOM_BYTES), StandardCharsets.ISO_8859_1);
    byte[] message = take(clear, clear.getInt());
    return new Packed(
        random,
        message,
        new String(take(clear, clear.remaining()), StandardCharsets.UTF_8),
        padding);
  }

  private static String strictly(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message);
    CharBuffer out = CharBuffer.allocate(message.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      throw Failure.of(
          FailureKind.INPUT,
          String.format(
              Locale.ROOT,
              "the decrypted message is not UTF-8: byte 0x%02x at byte offset %d",
              in.get(in.position()),
              in.position()),
          "It may be GBK or GB18030; encrypt the bytes of its UTF-8 text.");
    }
    return out.flip().toString();
  }

  private static byte[] take(ByteBuffer from, int length) {
    if (length < 0 || length > from.remaining()) {
      throw new IllegalArgumentException("length " + length);
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  private byte[] run(int mode, byte[] input) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(mode, key, start);
    return cipher.doFinal(input);
  }

  /** The 43rd character carries two bits too many; Java's decoder drops them, set or not. */
  private static byte[] decodeKey(String encodingAesKey) {
    try {
      if (encodingAesKey.length() == KEY_CHARACTERS) {
        return Base64.getDecoder().decode(encodingAesKey + "=");
      }
    } catch (IllegalArgumentException e) {
      // The same answer as for a wrong length: it is no key.
    }
    throw Failure.of(
        FailureKind.INPUT,
        "the EncodingAESKey is not 43 letters and digits",
        "Copy it from the console of the account, where the callback address is set.");
  }

  static Failure unreadable(String why, String fix) {
    return Failure.of(FailureKind.INPUT, "the message cannot be decrypted: " + why, fix);
  }
}
