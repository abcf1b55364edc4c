package io.github.wxcard.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A console whose output can be looked at. */
final class Streams {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Console console;

  Streams(TerminalInfo terminal) {
    console = new Console(new ByteArrayInputStream(new byte[0]), out, err, terminal);
  }

  static Streams piped() {
    return new Streams(TerminalInfo.piped());
  }

  static Streams terminal(int width, ColorChoice color) {
    return new Streams(new TerminalInfo(true, true, true, () -> width, color));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
