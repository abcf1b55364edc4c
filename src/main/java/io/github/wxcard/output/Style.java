package io.github.wxcard.output;

/** The theme: the few ways a word may stand out, and the parts of a JSON document. */
public enum Style {
  STRONG("1"),
  FAINT("2"),
  BAD("1;31"),
  GOOD("32"),
  DOUBTFUL("33"),
  NAME("1;34"),
  STRING("32"),
  NUMBER("36"),
  /** true, false and null. */
  LITERAL("35");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String on(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
