package io.github.wxcard.sandbox.service.code;

import io.github.wxcard.sandbox.service.base.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a code of a merchant's making may look like. WeChat says "no special characters" and not
 * which these are; here they are all but letters, digits, hyphen and underscore.
 */
public final class CodeFormat {
  /** In bytes: one table of the documentation says 64, all others this. */
  private static final int LONGEST = 20;

  private CodeFormat() {}

  /** Why a text cannot be a code, if so. */
  public static Optional<String> flaw(String name, String code) {
    int bytes = code.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST) {
      return Optional.of(name + " has " + bytes + " bytes, limit " + LONGEST);
    }
    OptionalInt special = code.codePoints().filter(CodeFormat::isSpecial).findFirst();
    return special.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s has the special character %s (U+%04X)"
                .formatted(name, Character.toString(special.getAsInt()), special.getAsInt()));
  }

  /** Refuses a text that cannot be a code. */
  public static void check(String name, String code) {
    flaw(name, code)
        .ifPresent(
            flaw -> {
              throw new ApiException(40116, flaw);
            });
  }

  private static boolean isSpecial(int character) {
    return !Character.isLetterOrDigit(character) && character != '-' && character != '_';
  }
}
