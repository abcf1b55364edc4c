package io.github.wxcard.input;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes to text, strictly. */
public final class Utf8 {
  private Utf8() {}

  /** The text, or a {@link Failure} of kind INPUT with the offset of the first wrong byte. */
  public static String decode(byte[] bytes, String name) {
    if (isSixteenBit(bytes)) {
      throw Failure.of(FailureKind.INPUT, name + " is not UTF-8", "Save the file as UTF-8.")
          .meaning("It is UTF-16 without a byte order mark.");
    }
    CharsetDecoder decoder = strict();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      throw Failure.of(
              FailureKind.INPUT,
              String.format(
                  Locale.ROOT,
                  "%s is not UTF-8: byte 0x%02x at byte offset %d",
                  name,
                  in.get(in.position()),
                  in.position()),
              "Save the file as UTF-8.")
          .meaning(guess(bytes));
    }
    return out.flip().toString();
  }

  /** Whether every other byte is 0 from the beginning, which no text in UTF-8 has. */
  public static boolean isSixteenBit(byte[] bytes) {
    return bytes.length >= 4
        && (bytes[0] == 0) == (bytes[2] == 0)
        && (bytes[1] == 0) == (bytes[3] == 0)
        && (bytes[0] == 0) != (bytes[1] == 0);
  }

  /** How many bytes can be read before the first wrong one. */
  public static int readable(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    strict().decode(in, CharBuffer.allocate(bytes.length), true);
    return in.position();
  }

  private static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The encodings that Chinese editors choose most often when it is not UTF-8. */
  private static String guess(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe
        ? "It begins like UTF-16."
        : "It may be GBK or GB18030; WeChat takes UTF-8 only.";
  }
}
