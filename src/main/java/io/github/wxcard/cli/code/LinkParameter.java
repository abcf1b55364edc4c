package io.github.wxcard.cli.code;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What travelling in a link does to a value, undone. */
final class LinkParameter {
  private static final Pattern ESCAPE = Pattern.compile("%(2B|2F|3D)", Pattern.CASE_INSENSITIVE);

  private LinkParameter() {}

  /** Base64 has neither blanks nor percent signs, so whatever looks like an escape is one. */
  static String base64(String value) {
    return ESCAPE
        .matcher(value.strip().replace(' ', '+'))
        .replaceAll(escape -> character(escape.group(1)));
  }

  private static String character(String hex) {
    byte[] single = {(byte) Integer.parseInt(hex, 16)};
    return new String(single, StandardCharsets.US_ASCII);
  }
}
