package io.github.wxcard.card.source;

import io.github.wxcard.card.source.SyntaxRepair.Applicability;
import io.github.wxcard.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the repairs of one text. */
final class RepairCollector {
  /** More than anybody would make. */
  private static final int MOST = 5000;

  private final String text;
  private final List<SyntaxRepair> repairs = new ArrayList<>();

  RepairCollector(String text) {
    this.text = text;
  }

  boolean isFull() {
    return repairs.size() > MOST;
  }

  void add(SyntaxRepair repair) {
    repairs.add(repair);
  }

  /** Something that was left out and can only be what is put in for it. */
  void insert(int at, String put, String message, String remedy) {
    add(
        new SyntaxRepair(
            at, message, remedy, Applicability.CERTAIN, List.of(TextEdit.insert(at, put))));
  }

  /** Something that was left out; what is put in only stands for it. */
  void insertPlaceholder(int at, String put, String message, String remedy) {
    add(
        new SyntaxRepair(
            at, message, remedy, Applicability.GUESSED, List.of(TextEdit.insert(at, put))));
  }

  void replace(int start, int end, String by, String message, Applicability applicability) {
    String remedy = "Write %s.".formatted(by);
    List<TextEdit> edits = List.of(new TextEdit(start, end, by));
    add(new SyntaxRepair(start, message, remedy, applicability, edits));
  }

  /** What a message shows of the text: its beginning when it is long. */
  String excerpt(int start, int end) {
    String shown =
        end - start > 40 ? text.substring(start, start + 40) + "…" : text.substring(start, end);
    return InvisibleCharacters.shown(shown);
  }

  List<SyntaxRepair> inOrder() {
    repairs.sort(Comparator.comparingInt(SyntaxRepair::offset));
    return List.copyOf(repairs);
  }
}
