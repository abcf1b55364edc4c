package io.github.wxcard.sandbox.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a header, as in {@code form-data; name="media"; filename="a;b.png"}. */
final class HeaderParameter {
  /**
   * Possessive throughout, and a quotation without an end goes to the last character: what
   * strangers send must not make the search go back and forth.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?s);[ \\t]*+([^=;\"\\s]++)[ \\t]*+=[ \\t]*+"
              + "(?:\"((?:[^\"\\\\]|\\\\.)*+)(?:\"|\\\\?\\z)|([^;\"]*+))");

  private HeaderParameter() {}

  /** The value without its quotation marks; nothing inside another value is taken for it. */
  static Optional<String> find(String header, String name) {
    Matcher parameter = PARAMETER.matcher(header);
    while (parameter.find()) {
      if (parameter.group(1).toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(
            parameter.group(2) != null ? parameter.group(2) : parameter.group(3).strip());
      }
    }
    return Optional.empty();
  }
}
