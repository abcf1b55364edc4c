package io.github.wxcard.card;

/**
 * One place where a text is not strict JSON but clear enough to be read.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param rule the short name of the slip, such as {@code trailing-comma}
 * @param what the slip in words
 */
public record Slip(int line, int column, String rule, String what) {
  /** The slip as a warning of lint. */
  public Diagnostic finding() {
    return new Diagnostic(
        "",
        line,
        column,
        Severity.WARNING,
        rule,
        what,
        "Strict JSON is what gets sent; correct the file so that other tools can read it too.");
  }
}
