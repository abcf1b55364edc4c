package io.github.wxcard.output;

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
}
