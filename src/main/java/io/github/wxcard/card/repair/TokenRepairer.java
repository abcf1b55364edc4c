package io.github.wxcard.card.repair;

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
  private final RepairCollector troubles;
  private final QuotedStringRepairer quoted;

  TokenRepairer(String text, RepairCollector troubles) {
    this.text = text;
    this.troubles = troubles;
    this.quoted = new QuotedStringRepairer(text, troubles);
  }

  static boolean quote(char c) {
    return c == '"' || FOREIGN_QUOTES.indexOf(c) >= 0;
  }

  /** Whether a bare word or a number may begin so. */
  static boolean word(char c) {
    return Character.isLetterOrDigit(c) || "-+._#".indexOf(c) >= 0;
  }

  /** Whether a key or a value may begin so. */
  static boolean begins(char c) {
    return quote(c) || word(c) || c == '{' || c == '[';
  }

  /**
   * A text in quotes of any kind.
   *
   * @param colon whether a colon may follow
   */
  int text(int at, boolean colon) {
    return text.charAt(at) == '"' ? quoted.read(at, colon) : foreign(at);
  }

  /** A number, true, false, null, or what is none of them. */
  int literal(int at) {
    int end = wordEnd(at);
    String word = InvisibleCharacters.cleaned(text.substring(at, end));
    String known = LITERALS.get(word.toLowerCase(Locale.ROOT));
    boolean plain = word.length() == end - at;
    if (!plain && (known != null || NUMBER.matcher(word).matches())) {
      String what = "an invisible character inside " + troubles.shown(at, end);
      troubles.replaced(at, end, known == null ? word : known, what, Applicability.CERTAIN);
    } else if (known != null) {
      if (!known.equals(word)) {
        troubles.replaced(at, end, known, word + " is no JSON value", Applicability.CERTAIN);
      }
    } else if (!NUMBER.matcher(word).matches()) {
      if (word.startsWith("+") && NUMBER.matcher(word.substring(1)).matches()) {
        troubles.replaced(
            at, end, word.substring(1), "a number cannot begin with +", Applicability.CERTAIN);
      } else {
        String what =
            word.matches("-?0[0-9]+")
                ? "a number cannot begin with 0"
                : troubles.shown(at, end) + " is no JSON value";
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

  private void wrap(int at, int end, String what, String fix, Applicability surety) {
    List<TextEdit> quotes = List.of(TextEdit.insert(at, "\""), TextEdit.insert(end, "\""));
    troubles.add(new SyntaxRepair(at, what, fix, surety, quotes));
  }

  private int foreign(int at) {
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
    troubles.add(
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
    while (behind < text.length() && (word(text.charAt(behind)) || hidden(text.charAt(behind)))) {
      end = hidden(text.charAt(behind++)) ? end : behind;
    }
    return end;
  }

  /** Inside a word it hides; behind one it stands between two tokens. */
  private static boolean hidden(char c) {
    return InvisibleCharacters.is(c) && !InvisibleCharacters.isBlank(c);
  }

  private int until(char c, int from) {
    int end = text.indexOf(c, from);
    return end < 0 ? text.length() : end;
  }
}
