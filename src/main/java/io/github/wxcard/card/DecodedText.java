package io.github.wxcard.card;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.SourcePosition;
import io.github.wxcard.card.source.SourceText;
import io.github.wxcard.error.Failure;
import io.github.wxcard.input.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file, even when it is in another encoding than WeChat takes.
 *
 * @param diagnostic that it is not UTF-8
 */
record DecodedText(String text, Optional<Diagnostic> diagnostic) {
  static DecodedText of(byte[] bytes, String name) {
    try {
      return new DecodedText(Utf8.decode(bytes, name), Optional.empty());
    } catch (Failure wrong) {
      String message =
          wrong
              .meaning()
              .map(guess -> wrong.getMessage() + ". " + guess)
              .orElse(wrong.getMessage());
      SourcePosition position = Utf8.isSixteenBit(bytes) ? SourcePosition.START : firstWrong(bytes);
      return new DecodedText(
          otherwise(bytes),
          Optional.of(Diagnostic.error(position, "encoding", message, wrong.fix().orElse(""))));
    }
  }

  /** Where the first byte stands that is not UTF-8, counted in the text before it. */
  private static SourcePosition firstWrong(byte[] bytes) {
    String before = new String(bytes, 0, Utf8.readable(bytes), StandardCharsets.UTF_8);
    String text = before.startsWith("\uFEFF") ? before.substring(1) : before;
    return new SourceText(text).position(text.length());
  }

  /** As what a Chinese editor may have written; as a last resort with characters lost. */
  private static String otherwise(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    boolean wide = mark == 0xfeff || mark == 0xfffe;
    Charset unmarked = bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    try {
      Charset charset =
          wide
              ? StandardCharsets.UTF_16
              : Utf8.isSixteenBit(bytes) ? unmarked : Charset.forName("GB18030");
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
