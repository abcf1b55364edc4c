package io.github.wxcard.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A console whose output can be looked at. */
final class Streams {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Console console;

  Streams(Traits traits) {
    console = new Console(new ByteArrayInputStream(new byte[0]), out, err, traits);
  }

  static Streams piped() {
    return new Streams(Traits.piped());
  }

  static Streams terminal(int width, ColorChoice color) {
    return new Streams(new Traits(true, true, true, () -> width, color));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
