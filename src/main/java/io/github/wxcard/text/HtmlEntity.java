package io.github.wxcard.text;

/** The entities that HTML and XML share. */
final class HtmlEntity {
  private HtmlEntity() {}

  /**
   * The character of an entity, or -1 when there is none.
   *
   * @param name what stands between ampersand and semicolon
   */
  static int codePoint(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> name.startsWith("#") ? numbered(name.substring(1)) : -1;
    };
  }

  private static int numbered(String number) {
    boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
    int radix = hexadecimal ? 16 : 10;
    String digits = hexadecimal ? number.substring(1) : number;
    long point = digits.isEmpty() ? -1 : 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0) {
        return -1;
      }
      point = point * radix + digit;
    }
    return point >= 0 && point <= Character.MAX_CODE_POINT ? (int) point : -1;
  }
}
