package io.github.wxcard.output.qr;

/**
 * A QR code as lines of text.
 *
 * @param ascii two characters a module, and never a colour
 * @param inverted light modules are the ones drawn
 * @param colored the half blocks bring their own black and white
 */
public record QrText(boolean ascii, boolean inverted, boolean colored) {
  /** Entries 16 and 231 of the 256 colours: unlike the first 16, no theme repaints them. */
  private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";

  private static final String RESET = "\u001b[0m";

  /** By upper and lower module: neither, lower, upper, both dark. */
  private static final char[] HALVES = {' ', '▄', '▀', '█'};

  /** How many columns the drawing takes. */
  public int width(QrCode code) {
    return ascii ? 2 * code.size() : code.size();
  }

  /** The whole drawing, a line break after every line. */
  public String draw(QrCode code) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < code.size(); row += ascii ? 1 : 2) {
      if (ascii) {
        drawWide(code, row, text);
      } else {
        drawHalves(code, row, text);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private void drawWide(QrCode code, int row, StringBuilder text) {
    for (int column = 0; column < code.size(); column++) {
      text.append(isDrawn(code, column, row) ? "##" : "  ");
    }
  }

  private void drawHalves(QrCode code, int row, StringBuilder text) {
    text.append(colored ? BLACK_ON_WHITE : "");
    for (int column = 0; column < code.size(); column++) {
      int upper = isDrawn(code, column, row) ? 2 : 0;
      int lower = isDrawn(code, column, row + 1) ? 1 : 0;
      text.append(HALVES[upper + lower]);
    }
    text.append(colored ? RESET : "");
  }

  private boolean isDrawn(QrCode code, int column, int row) {
    return code.isDark(column, row) != inverted;
  }
}
