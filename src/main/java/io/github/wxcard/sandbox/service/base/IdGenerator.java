package io.github.wxcard.sandbox.service.base;

import io.github.wxcard.text.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes ids in the shapes that WeChat's have. Safe for many threads. */
public final class IdGenerator {
  /** Bytes whose base64 text fills the part of an id that is its own. */
  private static final int ID_BYTES = 16;

  private static final String DIGITS = "0123456789";
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + DIGITS;

  private static final int TOKEN_BYTES = 102;
  private static final int TICKET_BYTES = 64;
  private static final int QR_TICKET_BYTES = 72;
  private static final int LINK_BYTES = 18;
  private static final int MEDIA_BYTES = 48;

  private final RandomGenerator random;

  public IdGenerator(RandomGenerator random) {
    this.random = random;
  }

  /** A card's id: 28 characters that begin with {@code p}. */
  public String cardId() {
    return "p" + SandboxAccount.ID_STEM + urlText(bytes(ID_BYTES));
  }

  /** Somebody's openid: 28 characters that begin with {@code o}, always the same for a name. */
  public static String openid(String name) {
    byte[] digest = Digests.sha256(name.getBytes(StandardCharsets.UTF_8));
    return "o" + SandboxAccount.ID_STEM + urlText(digest).substring(0, 22);
  }

  /** Somebody's id for all accounts of an open platform: 28 characters, the same for an openid. */
  public static String unionId(String openid) {
    byte[] digest = Digests.sha256(("union " + openid).getBytes(StandardCharsets.UTF_8));
    return "o6_" + urlText(digest).substring(0, 25);
  }

  /** A code as WeChat assigns it: 12 digits. */
  public synchronized String code() {
    return Long.toString(random.nextLong(100_000_000_000L, 1_000_000_000_000L));
  }

  /** Any of so many things, counted from 0. */
  public synchronized long choice(long count) {
    return random.nextLong(count);
  }

  public String token() {
    return "88_" + urlText(bytes(TOKEN_BYTES));
  }

  public String ticket() {
    return urlText(bytes(TICKET_BYTES));
  }

  /**
   * A QR code's ticket: 96 characters that begin with {@code gQ} and stand in a link as they are.
   */
  public String qrTicket() {
    byte[] bytes = bytes(QR_TICKET_BYTES);
    bytes[0] = (byte) 0x81;
    bytes[1] &= 0x0f;
    return urlText(bytes);
  }

  /** The last part of the address in a QR code. */
  public String link() {
    return urlText(bytes(LINK_BYTES));
  }

  /** An image's id, the same for the same bytes, so that a logo uploaded daily is kept once. */
  public static String image(byte[] content) {
    return urlText(Digests.sha256(content));
  }

  /** The id of a file that is kept for some days: 64 characters. */
  public String media() {
    return urlText(bytes(MEDIA_BYTES));
  }

  /** The three numbers by which WeChat finds a call again, as in {@code 66e5c46f-52840e51-…}. */
  public synchronized String requestId(long now) {
    return hex(now) + "-" + hex(random.nextInt()) + "-" + hex(random.nextInt());
  }

  /** What the card API says instead, as in {@code StC5vA0024r283} or {@code wImbea08081512}. */
  public synchronized String hint() {
    StringBuilder hint = new StringBuilder(14);
    pick(hint, LETTERS_AND_DIGITS + "._", 6);
    if (random.nextInt(8) == 0) {
      pick(hint, DIGITS, 8);
      return hint.toString();
    }
    pick(hint, DIGITS, 4);
    pick(hint, "ren", 1);
    pick(hint, DIGITS, 3);
    return hint.toString();
  }

  private void pick(StringBuilder text, String characters, int count) {
    for (int i = 0; i < count; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
  }

  private synchronized byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String urlText(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hex(long number) {
    String digits = Long.toHexString(number & 0xffff_ffffL);
    return "0".repeat(8 - digits.length()) + digits;
  }
}
