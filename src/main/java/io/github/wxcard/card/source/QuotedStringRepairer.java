package io.github.wxcard.card.source;

import io.github.wxcard.card.source.SyntaxRepair.Applicability;
import io.github.wxcard.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.List;

/** Reads a text in straight double quotes, also when one is missing or not escaped. */
final class QuotedStringRepairer {
  /** A text with more of them in it is no text with quotes in it. */
  private static final int MOST_QUOTES = 1000;

  private final String text;
  private final RepairCollector repairs;

  /** The line that was looked at last. */
  private int lineStart = -1;

  private int lineEnd = -1;

  /** Up to where no more quotes fit: before a colon, and before anything else. */
  private final int[] unfitting = {-1, -1};

  QuotedStringRepairer(String text, RepairCollector repairs) {
    this.text = text;
    this.repairs = repairs;
  }

  /** Where the next thing begins behind the text that opens at {@code start}. */
  int read(int start, boolean colon) {
    int close = closing(start);
    int lineEnd = lineEnd(start);
    if (close >= 0 && fits(close + 1, colon)) {
      escapes(start, close);
      return close + 1;
    }
    if (close < 0 || close > lineEnd) {
      return unclosed(start, lineEnd, colon);
    }
    int last = lastFitting(close, lineEnd, colon);
    if (last > close) {
      unescaped(start, last);
      return last + 1;
    }
    escapes(start, close);
    return close + 1;
  }

  /** The text ends with its line, before the comma or the bracket there. */
  private int unclosed(int start, int lineEnd, boolean colon) {
    int end = lineEnd;
    int found = colon ? text.indexOf(':', start) : -1;
    if (found > 0 && found < lineEnd) {
      end = found;
    }
    while (end > start + 1 && " \t\r,".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    repairs.add(
        new SyntaxRepair(
            start,
            "a text whose closing quote is missing",
            "Close it with a double quote.",
            Applicability.GUESSED,
            List.of(TextEdit.insert(end, "\""))));
    return end;
  }

  private void unescaped(int start, int close) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = start + 1; i < close && edits.size() < MOST_QUOTES; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        edits.add(TextEdit.insert(i, "\\"));
      }
    }
    repairs.add(
        new SyntaxRepair(
            edits.get(0).start(),
            "a double quote inside a text",
            "Write it as \\\", or use “ and ”.",
            Applicability.GUESSED,
            edits));
  }

  private void escapes(int start, int close) {
    for (int i = start; i < close; i++) {
      if (text.charAt(i) != '\\') {
        continue;
      }
      int at = i++;
      char next = text.charAt(i);
      boolean known =
          next == 'u'
              ? text.substring(at + 2, Math.min(at + 6, close)).matches("[0-9a-fA-F]{4}")
              : "\"\\/bfnrt".indexOf(next) >= 0;
      if (!known) {
        repairs.add(
            new SyntaxRepair(
                at,
                "\\%s is no escape that JSON knows".formatted(next),
                "Write a backslash itself as two backslashes.",
                Applicability.GUESSED,
                List.of(TextEdit.insert(at, "\\"))));
      }
    }
  }

  /** The next quote that is not escaped, or -1. */
  private int closing(int start) {
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i;
      }
    }
    return -1;
  }

  /** The last quote of the line that something fitting follows, or -1. */
  private int lastFitting(int from, int lineEnd, boolean colon) {
    int kind = colon ? 0 : 1;
    if (unfitting[kind] == lineEnd) {
      return -1;
    }
    for (int i = lineEnd - 1; i > from; i--) {
      if (text.charAt(i) == '"' && text.charAt(i - 1) != '\\' && fits(i + 1, colon)) {
        return i;
      }
    }
    unfitting[kind] = lineEnd;
    return -1;
  }

  /** Whether what follows can follow a text; a further text can, when only a comma is missing. */
  private boolean fits(int from, boolean colon) {
    int at = behindBlanks(from);
    if (at == text.length()) {
      return true;
    }
    char next = text.charAt(at);
    return colon ? ":：=\"".indexOf(next) >= 0 : ",，;；}]\"/".indexOf(next) >= 0;
  }

  private int behindBlanks(int from) {
    int at = from;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || InvisibleCharacters.is(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private int lineEnd(int from) {
    if (from < lineStart || from > lineEnd) {
      int end = text.indexOf('\n', from);
      lineStart = from;
      lineEnd = end < 0 ? text.length() : end;
    }
    return lineEnd;
  }
}
