package io.github.wxcard.card.repair;

import java.util.Arrays;
import java.util.List;

/**
 * A text that was made readable.
 *
 * @param text nearly JSON: comments and trailing commas are still in it
 * @param troubles what was wrong, in the order of the text
 * @param shaken whether brackets were missing or too many, so that things may stand elsewhere than
 *     they were meant to
 * @param lost whether a part of the text could not be read, so that nothing is known to be absent
 * @param origins for each character, and for the end, its place in the text as it was written
 */
public record RepairedText(
    String text, List<SyntaxRepair> troubles, boolean shaken, boolean lost, List<Integer> origins) {
  static RepairedText of(String text, List<SyntaxRepair> troubles, BracketStack brackets) {
    List<TextEdit> edits =
        TextEdit.inOrder(troubles.stream().flatMap(trouble -> trouble.edits().stream()).toList());
    StringBuilder mended = new StringBuilder();
    int added = edits.stream().mapToInt(edit -> edit.replacement().length()).sum();
    Integer[] origins = new Integer[text.length() + added + 1];
    int from = 0;
    for (TextEdit edit : edits) {
      from = copy(text, from, edit.start(), mended, origins);
      for (int i = 0; i < edit.replacement().length(); i++) {
        origins[mended.length()] =
            Math.max(edit.start(), Math.min(edit.start() + i, edit.end() - 1));
        mended.append(edit.replacement().charAt(i));
      }
      from = edit.end();
    }
    copy(text, from, text.length(), mended, origins);
    origins[mended.length()] = text.length();
    return new RepairedText(
        mended.toString(),
        troubles,
        brackets.shaken(),
        brackets.lost(),
        List.of(Arrays.copyOf(origins, mended.length() + 1)));
  }

  private static int copy(String text, int from, int to, StringBuilder out, Integer[] origins) {
    for (int i = from; i < to; i++) {
      origins[out.length()] = i;
      out.append(text.charAt(i));
    }
    return to;
  }
}
