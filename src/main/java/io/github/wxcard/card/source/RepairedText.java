package io.github.wxcard.card.source;

import java.util.Arrays;
import java.util.List;

/** A text that was made readable: comments and trailing commas are still in it. */
public final class RepairedText {
  private final SourceText source;
  private final List<SyntaxRepair> repairs;
  private final boolean nestingUncertain;
  private final boolean incomplete;

  /** For each character, and for the end, its offset in the text as it was written. */
  private final int[] origins;

  /**
   * @param written the text as it was written
   * @param repairs in the order of the text
   */
  RepairedText(
      String written, List<SyntaxRepair> repairs, boolean nestingUncertain, boolean incomplete) {
    this.repairs = repairs;
    this.nestingUncertain = nestingUncertain;
    this.incomplete = incomplete;
    List<TextEdit> edits =
        TextEdit.inOrder(repairs.stream().flatMap(repair -> repair.edits().stream()).toList());
    StringBuilder repaired = new StringBuilder();
    int added = edits.stream().mapToInt(edit -> edit.replacement().length()).sum();
    int[] found = new int[written.length() + added + 1];
    int from = 0;
    for (TextEdit edit : edits) {
      from = copy(written, from, edit.start(), repaired, found);
      for (int i = 0; i < edit.replacement().length(); i++) {
        found[repaired.length()] =
            Math.max(edit.start(), Math.min(edit.start() + i, edit.end() - 1));
        repaired.append(edit.replacement().charAt(i));
      }
      from = edit.end();
    }
    copy(written, from, written.length(), repaired, found);
    found[repaired.length()] = written.length();
    this.source = new SourceText(repaired.toString());
    this.origins = Arrays.copyOf(found, repaired.length() + 1);
  }

  private static int copy(String text, int from, int to, StringBuilder out, int[] origins) {
    for (int i = from; i < to; i++) {
      origins[out.length()] = i;
      out.append(text.charAt(i));
    }
    return to;
  }

  public SourceText source() {
    return source;
  }

  /** In the order of the text. */
  public List<SyntaxRepair> repairs() {
    return repairs;
  }

  /**
   * Whether brackets were missing or too many, so that things may stand elsewhere than they were
   * meant to.
   */
  public boolean nestingUncertain() {
    return nestingUncertain;
  }

  /** Whether a part of the text could not be read, so that nothing is known to be absent. */
  public boolean incomplete() {
    return incomplete;
  }

  /** Where a character of this text stands in the text as it was written. */
  public int origin(int offset) {
    return origins[offset];
  }
}
