package io.github.wxcard.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as lines that a person reads and that leave no doubt which bytes they are. */
final class ExchangeText {
  private static final int LONGEST_PLAIN_RUN = 60;
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|\\{(.+?)\\*([0-9]+)}|(.))");

  private ExchangeText() {}

  /**
   * A line for each line that ends in CR LF. What cannot be seen stands between {@code ‹} and
   * {@code ›}: a byte in hexadecimal, or a character and how often it is repeated.
   */
  static String lines(String margin, byte[] bytes) {
    StringBuilder text = new StringBuilder(margin);
    for (int i = 0; i < bytes.length; ) {
      int run = run(bytes, i);
      if (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
        text.append('\n').append(margin);
        i += 2;
      } else if (run > LONGEST_PLAIN_RUN) {
        text.append('‹').append(visible(bytes, i, 1)).append(" × ").append(run).append('›');
        i += run;
      } else {
        int size = sequence(bytes, i);
        text.append(size == 0 ? hexadecimal(bytes[i]) : visible(bytes, i, size));
        i += Math.max(size, 1);
      }
    }
    return text.append('\n').toString().replaceAll("(?m)^([<>]) $", "$1");
  }

  /**
   * Bytes written as text with {@code \r}, {@code \n}, {@code \t}, {@code \0}, {@code \\}, {@code
   * \xHH} and {@code \{text*times}}.
   */
  static byte[] bytes(String written) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(written);
    int from = 0;
    while (escape.find()) {
      bytes.writeBytes(utf8(written.substring(from, escape.start())));
      if (escape.group(1) != null) {
        bytes.write(Integer.parseInt(escape.group(1), 16));
      } else if (escape.group(2) != null) {
        byte[] once = bytes(escape.group(2));
        for (int left = Integer.parseInt(escape.group(3)); left > 0; left--) {
          bytes.writeBytes(once);
        }
      } else {
        bytes.write("\r\n\t\0\\".charAt("rnt0\\".indexOf(escape.group(4))));
      }
      from = escape.end();
    }
    bytes.writeBytes(utf8(written.substring(from)));
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int run(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] == bytes[from]) {
      end++;
    }
    return end - from;
  }

  /** How many bytes the printable character has that begins here; 0 when none does. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (at + size > bytes.length) {
      return 0;
    }
    try {
      String character =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, size)).toString();
      int point = character.codePointAt(0);
      boolean seen = point == ' ' || !Character.isWhitespace(point);
      return seen && !Character.isISOControl(point) && point != 0xfeff && point != '‹' ? size : 0;
    } catch (CharacterCodingException e) {
      return 0;
    }
  }

  private static String visible(byte[] bytes, int at, int size) {
    return size == 1 && sequence(bytes, at) == 0
        ? hexadecimal(bytes[at])
        : new String(bytes, at, size, StandardCharsets.UTF_8);
  }

  private static String hexadecimal(byte each) {
    return String.format(Locale.ROOT, "‹%02x›", each & 0xff);
  }
}
