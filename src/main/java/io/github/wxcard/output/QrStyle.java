package io.github.wxcard.output;

import io.github.wxcard.output.qr.QrCode;
import io.github.wxcard.output.qr.QrText;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How a QR code is drawn on the page.
 *
 * @param ascii two characters a module and no colour, instead of half blocks
 * @param invert light modules on dark, for readers that want it
 */
public record QrStyle(Show show, boolean ascii, boolean invert) {
  /** When to draw: on a terminal only, in any case, or not at all. */
  public enum Show {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Draws a code on the page if it is to be there, and can be read there; else it says why not. */
  void draw(String content, Page page, TerminalInfo terminal, Consumer<String> said) {
    if (show == Show.NEVER || (show == Show.AUTO && !terminal.outTerminal())) {
      return;
    }
    QrCode code = QrCode.of(content);
    boolean colored = terminal.color() != ColorChoice.NEVER;
    QrText text = new QrText(ascii, invert, colored);
    if (show == Show.AUTO && !fits(text.width(code), terminal, said)) {
      return;
    }
    page.print(text.draw(code));
    if (terminal.outTerminal() && (ascii || !colored) && !invert) {
      said.accept("Drawn without colours: on a dark terminal, phones need --invert.");
    }
  }

  private static boolean fits(int needed, TerminalInfo terminal, Consumer<String> said) {
    int width = terminal.width().getAsInt();
    if (width < needed) {
      said.accept(
          String.format(
              Locale.ROOT,
              "The QR code needs %d columns and the terminal has %d: widen it, or use --png FILE.",
              needed,
              width));
    }
    return width >= needed;
  }
}
