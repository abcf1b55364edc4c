package io.github.wxcard.card.source;

import io.github.wxcard.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Fixes for what {@link LenientParser} warns of. Comments stay: they say something to people. */
public final class SyntaxFixes {
  private final SourceText source;
  private final String text;
  private final NavigableMap<Integer, SourceRange> wrong;

  /**
   * @param wrong texts that would be wrong in strict JSON as well, by their beginnings
   */
  public SyntaxFixes(SourceText source, NavigableMap<Integer, SourceRange> wrong) {
    this.source = source;
    this.text = source.text();
    this.wrong = wrong;
  }

  public List<Fix> of(List<Diagnostic> warnings) {
    return warnings.stream().flatMap(warning -> fix(warning).stream()).toList();
  }

  private Optional<Fix> fix(Diagnostic warning) {
    int at = source.offset(warning.position());
    return switch (warning.rule()) {
      case Diagnostic.BYTE_ORDER_MARK -> Optional.of(fix(warning, "removed it", List.of()));
      case Diagnostic.TRAILING_COMMA ->
          text.charAt(at) == ','
              ? Optional.of(fix(warning, "removed the comma", List.of(TextEdit.remove(at, at + 1))))
              : Optional.empty();
      case Diagnostic.RAW_CONTROL_CHARACTER ->
          isInWrongText(at)
              ? Optional.empty()
              : Optional.of(fix(warning, "wrote the characters as escapes", escapes(at)));
      case Diagnostic.INVISIBLE -> Optional.of(fix(warning, "replaced or removed it", visible(at)));
      default -> Optional.empty();
    };
  }

  private boolean isInWrongText(int offset) {
    Map.Entry<Integer, SourceRange> before = wrong.floorEntry(offset);
    return before != null && offset < before.getValue().end();
  }

  private static Fix fix(Diagnostic warning, String description, List<TextEdit> edits) {
    return new Fix(warning.position(), warning.rule(), description, edits);
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
