package io.github.wxcard.text;

import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.function.IntFunction;

/** Characters that no editor shows, or shows as a blank, and how to name them. */
public final class InvisibleCharacters {
  private InvisibleCharacters() {}

  /** Whether it cannot be seen, or not be told from a blank; blank, tab and line ends are none. */
  public static boolean is(int codePoint) {
    if (codePoint > ' ' && codePoint < 0x7f) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
      case Character.SPACE_SEPARATOR -> codePoint != ' ';
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> isFiller(codePoint) || isVariationSelector(codePoint);
    };
  }

  /** Whether it takes the room of a blank. */
  public static boolean isBlank(int codePoint) {
    return codePoint > ' '
        && (Character.getType(codePoint) == Character.SPACE_SEPARATOR || isFiller(codePoint));
  }

  /** Whether it ends a line where Unicode is followed, and not in JSON. */
  public static boolean isLineBreak(int codePoint) {
    return codePoint == 0x2028 || codePoint == 0x2029;
  }

  /** Such as {@code U+00A0 (no-break space)}. */
  public static String name(int codePoint) {
    return "U+%04X (%s)".formatted(codePoint, words(codePoint));
  }

  /** The text with each such character as its code point: {@code <U+200B>}. */
  public static String shown(String text) {
    return without(text) ? text : mapped(text, "<U+%04X>"::formatted);
  }

  /** A sentence about a character, with its name where it cannot be seen. */
  public static String named(String sentence) {
    return without(sentence) ? sentence : mapped(sentence, InvisibleCharacters::name);
  }

  /** The text without them; blanks among them become plain ones, and those at its ends go. */
  public static String cleaned(String text) {
    return without(text) ? text : mapped(text, c -> isBlank(c) ? " " : "").strip();
  }

  /**
   * The first one, or -1, that has nothing to do in a text: other blanks are legal there, and so
   * are what shapes an emoji and the full-width blank of Chinese.
   */
  public static int firstIn(String text) {
    int before = 0;
    for (PrimitiveIterator.OfInt all = text.codePoints().iterator(); all.hasNext(); ) {
      int c = all.nextInt();
      boolean shapes =
          isVariationSelector(c) || (isPictorial(before) && (c == 0x200d || c > 0xe0000));
      if (is(c) && !isBlank(c) && !shapes) {
        return c;
      }
      before = c;
    }
    return -1;
  }

  /** Whether a text loses nothing without it: joiners and marks of direction may be meant. */
  public static boolean isIdle(int codePoint) {
    return codePoint == 0x200b
        || codePoint == 0x2060
        || codePoint == 0xfeff
        || codePoint == 0xad
        || (Character.getType(codePoint) == Character.CONTROL && is(codePoint));
  }

  private static boolean without(String text) {
    return text.codePoints().noneMatch(InvisibleCharacters::is);
  }

  private static boolean isFiller(int codePoint) {
    return codePoint == 0x115f
        || codePoint == 0x1160
        || codePoint == 0x2800
        || codePoint == 0x3164
        || codePoint == 0xffa0;
  }

  private static boolean isPictorial(int codePoint) {
    return codePoint > 0x1f000 || codePoint == 0xfe0f || (codePoint >> 10) == (0x2400 >> 10);
  }

  private static boolean isVariationSelector(int codePoint) {
    return codePoint == 0x034f
        || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
        || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
  }

  private static String mapped(String text, IntFunction<String> other) {
    StringBuilder mapped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (is(c)) {
                mapped.append(other.apply(c));
              } else {
                mapped.appendCodePoint(c);
              }
            });
    return mapped.toString();
  }

  private static String words(int codePoint) {
    return switch (codePoint) {
      case 0 -> "NUL";
      case 0xfeff -> "byte order mark";
      default -> String.valueOf(Character.getName(codePoint)).toLowerCase(Locale.ROOT);
    };
  }
}
