package io.github.wxcard.output;

import io.github.wxcard.output.qr.QrCode;
import io.github.wxcard.output.qr.QrText;
import java.util.Locale;

/** A QR code on the page, or the reason why there is none. */
record QrPanel(Console console, QrStyle style) {
  void show(String content) {
    QrCode code = QrCode.of(content);
    boolean colored = console.terminal().color() != ColorChoice.NEVER;
    QrText text = new QrText(style.ascii(), style.invert(), colored);
    if (!fits(text.width(code))) {
      return;
    }
    console.print(text.draw(code));
    if (console.terminal().outTerminal() && (style.ascii() || !colored) && !style.invert()) {
      console.say("Drawn without colours: on a dark terminal, phones need --invert.");
    }
  }

  private boolean fits(int needed) {
    if (!console.terminal().outTerminal() || style.show() == QrStyle.Show.ALWAYS) {
      return true;
    }
    int width = console.terminal().width().getAsInt();
    if (width < needed) {
      console.say(
          String.format(
              Locale.ROOT,
              "The QR code needs %d columns and the terminal has %d: widen it, or use --png FILE.",
              needed,
              width));
    }
    return width >= needed;
  }
}
