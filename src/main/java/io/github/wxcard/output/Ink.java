package io.github.wxcard.output;

/** The few ways a word may stand out. */
public enum Ink {
  STRONG("1"),
  FAINT("2"),
  BAD("1;31"),
  GOOD("32"),
  DOUBTFUL("33");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String on(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
