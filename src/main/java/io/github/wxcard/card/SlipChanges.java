package io.github.wxcard.card;

import io.github.wxcard.card.repair.TextEdit;
import io.github.wxcard.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** What can be done about slips. Comments stay: they say something to people. */
final class SlipChanges {
  private final String text;
  private final SourceText lines;
  private final NavigableMap<Integer, SourceRange> wrong;

  /**
   * @param wrong texts that would be wrong in strict JSON as well, by their beginnings
   */
  SlipChanges(String text, SourceText lines, NavigableMap<Integer, SourceRange> wrong) {
    this.text = text;
    this.lines = lines;
    this.wrong = wrong;
  }

  List<Fix> of(List<Slip> slips) {
    List<Fix> changes = new ArrayList<>();
    for (Slip slip : slips) {
      change(slip).ifPresent(changes::add);
    }
    return changes;
  }

  private Optional<Fix> change(Slip slip) {
    int at = lines.offset(slip.line(), slip.column());
    return switch (slip.rule()) {
      case "byte-order-mark" -> Optional.of(change(slip, "removed it", List.of()));
      case "trailing-comma" ->
          text.charAt(at) == ','
              ? Optional.of(change(slip, "removed the comma", List.of(TextEdit.remove(at, at + 1))))
              : Optional.empty();
      case "raw-control-character" ->
          isInWrongText(at)
              ? Optional.empty()
              : Optional.of(change(slip, "wrote the characters as escapes", escapes(at)));
      case SlipScanner.INVISIBLE ->
          Optional.of(change(slip, "replaced or removed it", visible(at)));
      default -> Optional.empty();
    };
  }

  private boolean isInWrongText(int offset) {
    Map.Entry<Integer, SourceRange> before = wrong.floorEntry(offset);
    return before != null && offset < before.getValue().end();
  }

  private static Fix change(Slip slip, String what, List<TextEdit> edits) {
    return new Fix(new SourcePosition(slip.line(), slip.column()), slip.rule(), what, edits);
  }

  private List<TextEdit> visible(int at) {
    int c = text.codePointAt(at);
    int end = at;
    while (end < text.length() && text.codePointAt(end) == c) {
      end += Character.charCount(c);
    }
    String instead =
        InvisibleCharacters.isLineBreak(c) ? "\n" : InvisibleCharacters.isBlank(c) ? " " : "";
    return List.of(new TextEdit(at, end, instead.repeat((end - at) / Character.charCount(c))));
  }

  /** From the first raw control character of a string to the string's end. */
  private List<TextEdit> escapes(int from) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = from; i < text.length() && text.charAt(i) != '"'; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c < ' ') {
        edits.add(new TextEdit(i, i + 1, escape(c)));
      }
    }
    return edits;
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04x".formatted((int) c);
    };
  }
}
