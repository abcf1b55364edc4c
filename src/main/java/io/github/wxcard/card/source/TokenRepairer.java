package io.github.wxcard.card.source;

import io.github.wxcard.card.source.SyntaxRepair.Applicability;
import io.github.wxcard.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads keys and plain values, however they are written. Each method says where the next begins.
 */
final class TokenRepairer {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final String FOREIGN_QUOTES = "'‘’“”„`";
  private static final Map<String, String> LITERALS =
      Map.of(
          "true",
          "true",
          "false",
          "false",
          "null",
          "null",
          "none",
          "null",
          "nil",
          "null",
          "undefined",
          "null");

  private final String text;
  private final RepairCollector repairs;
  private final QuotedStringRepairer quoted;

  TokenRepairer(String text, RepairCollector repairs) {
    this.text = text;
    this.repairs = repairs;
    this.quoted = new QuotedStringRepairer(text, repairs);
  }

  static boolean beginsQuoted(char c) {
    return c == '"' || FOREIGN_QUOTES.indexOf(c) >= 0;
  }

  /** Whether a bare word or a number may begin so. */
  static boolean beginsWord(char c) {
    return Character.isLetterOrDigit(c) || "-+._#".indexOf(c) >= 0;
  }

  /** Whether a key or a value may begin so. */
  static boolean beginsToken(char c) {
    return beginsQuoted(c) || beginsWord(c) || c == '{' || c == '[';
  }

  /**
   * A text in quotes of any kind.
   *
   * @param colon whether a colon may follow
   */
  int quoted(int at, boolean colon) {
    return text.charAt(at) == '"' ? quoted.read(at, colon) : foreignQuoted(at);
  }

  /** A number, true, false, null, or what is none of them. */
  int literal(int at) {
    int end = wordEnd(at);
    String word = InvisibleCharacters.cleaned(text.substring(at, end));
    String known = LITERALS.get(word.toLowerCase(Locale.ROOT));
    boolean plain = word.length() == end - at;
    if (!plain && (known != null || NUMBER.matcher(word).matches())) {
      String what = "an invisible character inside " + repairs.excerpt(at, end);
      repairs.replace(at, end, known == null ? word : known, what, Applicability.CERTAIN);
    } else if (known != null) {
      if (!known.equals(word)) {
        repairs.replace(at, end, known, word + " is no JSON value", Applicability.CERTAIN);
      }
    } else if (!NUMBER.matcher(word).matches()) {
      if (word.startsWith("+") && NUMBER.matcher(word.substring(1)).matches()) {
        repairs.replace(
            at, end, word.substring(1), "a number cannot begin with +", Applicability.CERTAIN);
      } else {
        String what =
            word.matches("-?0[0-9]+")
                ? "a number cannot begin with 0"
                : repairs.excerpt(at, end) + " is no JSON value";
        wrap(
            at,
            end,
            what,
            "A text stands in double quotes: \"%s\".".formatted(word),
            Applicability.GUESSED);
      }
    }
    return end;
  }

  int bareKey(int at) {
    int end = wordEnd(at);
    wrap(at, end, "a key without quotes", "Keys stand in double quotes.", Applicability.CERTAIN);
    return end;
  }

  private void wrap(int at, int end, String what, String fix, Applicability applicability) {
    List<TextEdit> quotes = List.of(TextEdit.insert(at, "\""), TextEdit.insert(end, "\""));
    repairs.add(new SyntaxRepair(at, what, fix, applicability, quotes));
  }

  private int foreignQuoted(int at) {
    char open = text.charAt(at);
    String closers = "“”„".indexOf(open) >= 0 ? "”“\"" : "‘’".indexOf(open) >= 0 ? "’‘" : "" + open;
    int end = until('\n', at);
    int close = -1;
    for (int i = at + 1; i < end && close < 0; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (closers.indexOf(text.charAt(i)) >= 0) {
        close = i;
      }
    }
    boolean closed = close > 0;
    int to = closed ? close : end;
    String content =
        text.substring(at + 1, to)
            .stripTrailing()
            .replace("\\'", "'")
            .replaceAll("(?<!\\\\)\"", "\\\\\"");
    List<TextEdit> edits = new ArrayList<>();
    edits.add(new TextEdit(at, closed ? to + 1 : to, "\"" + content + "\""));
    repairs.add(
        new SyntaxRepair(
            at,
            "%s instead of a straight double quote".formatted(open),
            "Write \".",
            closed ? Applicability.CERTAIN : Applicability.GUESSED,
            edits));
    return closed ? to + 1 : to;
  }

  private int wordEnd(int from) {
    int end = from;
    int behind = end;
    while (behind < text.length()
        && (beginsWord(text.charAt(behind)) || isHidden(text.charAt(behind)))) {
      end = isHidden(text.charAt(behind++)) ? end : behind;
    }
    return end;
  }

  /** Inside a word it hides; behind one it stands between two tokens. */
  private static boolean isHidden(char c) {
    return InvisibleCharacters.is(c) && !InvisibleCharacters.isBlank(c);
  }

  private int until(char c, int from) {
    int end = text.indexOf(c, from);
    return end < 0 ? text.length() : end;
  }
}
