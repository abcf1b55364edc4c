package io.github.wxcard.card.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change to a text: what stands from {@code start} to before {@code end} makes way for the
 * replacement.
 *
 * @param start counted in characters from 0
 */
public record TextEdit(int start, int end, String replacement) {
  /** Puts something between two characters. */
  public static TextEdit insert(int at, String text) {
    return new TextEdit(at, at, text);
  }

  public static TextEdit remove(int start, int end) {
    return new TextEdit(start, end, "");
  }

  /** The changed text. An edit inside another one is lost, the wider one wins. */
  public static String apply(String text, List<TextEdit> edits) {
    StringBuilder changed = new StringBuilder();
    int from = 0;
    for (TextEdit edit : inOrder(edits)) {
      changed.append(text, from, edit.start).append(edit.replacement);
      from = edit.end;
    }
    return changed.append(text, from, text.length()).toString();
  }

  /** Those that can be made together, in the order of the text; what is put in comes first. */
  static List<TextEdit> inOrder(List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(
        Comparator.comparingInt(TextEdit::start)
            .thenComparing(edit -> edit.length() > 0)
            .thenComparing(Comparator.comparingInt(TextEdit::length).reversed()));
    List<TextEdit> kept = new ArrayList<>();
    int free = 0;
    for (TextEdit edit : sorted) {
      if (edit.start >= free) {
        kept.add(edit);
        free = edit.end;
      }
    }
    return kept;
  }

  private int length() {
    return end - start;
  }
}
