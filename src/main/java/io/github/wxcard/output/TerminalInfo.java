package io.github.wxcard.output;

import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What is known about the three streams.
 *
 * @param width columns of the terminal; asked only when something must fit
 */
public record TerminalInfo(
    boolean inTerminal,
    boolean outTerminal,
    boolean errTerminal,
    IntSupplier width,
    ColorChoice color) {

  /** Three pipes, as in a test or under CI. */
  public static TerminalInfo piped() {
    return new TerminalInfo(false, false, false, () -> Stty.USUAL_WIDTH, ColorChoice.AUTO);
  }

  /**
   * @param tty one digit each for input, output and errors: 1 is a terminal. The launcher finds
   *     out, because Java cannot tell the three apart
   */
  static TerminalInfo of(String tty, Map<String, String> variables) {
    return new TerminalInfo(
        isOne(tty, 0),
        isOne(tty, 1),
        isOne(tty, 2),
        () -> Stty.width(variables),
        ColorChoice.of(variables));
  }

  TerminalInfo with(ColorChoice choice) {
    return new TerminalInfo(inTerminal, outTerminal, errTerminal, width, choice);
  }

  TerminalInfo withTerminals(boolean in, boolean out) {
    return new TerminalInfo(in, out, errTerminal, width, color);
  }

  /** Whether standard output gets decoration. */
  boolean decoratesOut() {
    return decorates(outTerminal);
  }

  /** Whether standard error gets decoration. */
  boolean decoratesErr() {
    return decorates(errTerminal);
  }

  private boolean decorates(boolean terminal) {
    return color == ColorChoice.ALWAYS || (color == ColorChoice.AUTO && terminal);
  }

  private static boolean isOne(String digits, int index) {
    return index < digits.length() && digits.charAt(index) == '1';
  }
}
