package io.github.wxcard.text;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** The ways in which a text may be written without being seen as it is. */
public enum Escapes implements UnaryOperator<String> {
  NONE(point -> Character.toString(point)),
  JSON_LOWER(point -> units(point, "\\u%04x")),
  JSON_UPPER(point -> units(point, "\\u%04X")),
  JSON_IN_JSON(point -> units(point, "\\\\u%04x")),
  JSON_SLASH(point -> point == '/' ? "\\/" : Character.toString(point)),
  PERCENT(point -> percent(point)),
  PERCENT_LOWER(point -> percent(point).toLowerCase(Locale.ROOT)),
  PERCENT_TWICE(point -> percent(point).replace("%", "%25")),
  PERCENT_THRICE(point -> percent(point).replace("%", "%2525")),
  PERCENT_IN_JSON(point -> percent(point).replace("%", "\\u0025")),
  ENTITY_HEX(point -> "&#x" + Integer.toHexString(point) + ";"),
  ENTITY_UPPER(point -> "&#X" + Integer.toHexString(point).toUpperCase(Locale.ROOT) + ";"),
  ENTITY_PADDED(point -> "&#x" + "0000" + Integer.toHexString(point) + ";"),
  ENTITY_DECIMAL(point -> "&#" + point + ";"),
  ENTITY_TWICE(point -> "&amp;#" + point + ";"),
  ENTITY_NAMED(
      point ->
          switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> Character.toString(point);
          }),
  SCRIPT(point -> point < 256 ? "\\x%02x".formatted(point) : units(point, "\\u%04x")),
  CDATA(point -> Character.toString(point) + "]]><![CDATA["),
  WRAPPED(point -> Character.toString(point) + "\r\n    ");

  @SuppressWarnings("ImmutableEnumChecker")
  private final IntFunction<String> each;

  Escapes(IntFunction<String> each) {
    this.each = each;
  }

  @Override
  public String apply(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().mapToObj(each).forEach(escaped::append);
    return escaped.toString();
  }

  /** Every other character alone is escaped. */
  public String half(String text) {
    StringBuilder escaped = new StringBuilder();
    List<Integer> points = text.codePoints().boxed().toList();
    for (int i = 0; i < points.size(); i++) {
      int point = points.get(i);
      escaped.append(i % 2 == 0 ? Character.toString(point) : each.apply(point));
    }
    return escaped.toString();
  }

  private static String units(int point, String form) {
    StringBuilder units = new StringBuilder();
    for (char unit : Character.toChars(point)) {
      units.append(form.formatted((int) unit));
    }
    return units.toString();
  }

  private static String percent(int point) {
    StringBuilder bytes = new StringBuilder();
    for (byte each : Character.toString(point).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      bytes.append("%%%02X".formatted(each & 0xff));
    }
    return bytes.toString();
  }
}
