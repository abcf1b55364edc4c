package io.github.wxcard.sandbox.service.code;

import io.github.wxcard.sandbox.service.base.Refusal;
import java.nio.charset.StandardCharsets;

/** What a code of a merchant's making may look like. */
public final class CodeText {
  /** In bytes: one table of the documentation says 64, all others this. */
  private static final int LONGEST = 20;

  private CodeText() {}

  public static boolean fits(String code) {
    return bytes(code) <= LONGEST;
  }

  /** Refuses a code that is too long. */
  public static void check(String name, String code) {
    if (!fits(code)) {
      throw new Refusal(40116, name + " has " + bytes(code) + " bytes, limit " + LONGEST);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
