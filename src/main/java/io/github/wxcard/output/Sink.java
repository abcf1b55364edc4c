package io.github.wxcard.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One stream of text for people or programs, UTF-8 whatever the locale says. */
final class Sink {
  /**
   * Control characters, but for tab, line break, and the colours we set ourselves; and what turns
   * the direction of the text around it.
   */
  private static final Pattern DANGEROUS =
      Pattern.compile(
          "(\u001b\\[(?:0|1|2|1;31|32|33|38;5;16;48;5;231)m)"
              + "|[\\p{Cc}&&[^\\t\\n]]|[\\u202a-\\u202e\\u2066-\\u2069]");

  private final OutputStream stream;
  private final boolean terminal;

  Sink(OutputStream stream, boolean terminal) {
    this.stream = stream;
    this.terminal = terminal;
  }

  /** Hands the text over at once, so that a reader never waits for a buffer to fill. */
  void write(String text) throws IOException {
    writeAsIs(terminal ? harmless(text) : text);
  }

  /** The same for text of our own making that may steer the terminal. */
  synchronized void writeAsIs(String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }

  synchronized void write(byte[] content) throws IOException {
    stream.write(content);
    stream.flush();
  }

  /** A card's title comes from somebody else and must not be able to steer the terminal. */
  private static String harmless(String text) {
    return DANGEROUS.matcher(text).replaceAll(found -> found.group(1) == null ? "\ufffd" : "$1");
  }
}
