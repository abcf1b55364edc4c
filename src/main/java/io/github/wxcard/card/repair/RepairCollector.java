package io.github.wxcard.card.repair;

import io.github.wxcard.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a text. */
final class RepairCollector {
  private final String text;
  private static final int MOST = 5000;

  private final List<SyntaxRepair> found = new ArrayList<>();

  RepairCollector(String text) {
    this.text = text;
  }

  /** Whether there are more than anybody would mend. */
  boolean tooMany() {
    return found.size() > MOST;
  }

  void add(SyntaxRepair trouble) {
    found.add(trouble);
  }

  /** Something that was left out and can only be what is put in for it. */
  void absent(int at, String put, String what, String fix) {
    add(new SyntaxRepair(at, what, fix, Applicability.CERTAIN, List.of(TextEdit.insert(at, put))));
  }

  /** Something that was left out; what is put in only stands for it. */
  void missing(int at, String put, String what, String fix) {
    add(new SyntaxRepair(at, what, fix, Applicability.GUESSED, List.of(TextEdit.insert(at, put))));
  }

  void replaced(int start, int end, String by, String what, Applicability surety) {
    String fix = "Write %s.".formatted(by);
    add(new SyntaxRepair(start, what, fix, surety, List.of(new TextEdit(start, end, by))));
  }

  /** What stands there, its beginning when it is long. */
  String shown(int start, int end) {
    String shown =
        end - start > 40 ? text.substring(start, start + 40) + "…" : text.substring(start, end);
    return InvisibleCharacters.shown(shown);
  }

  List<SyntaxRepair> inOrder() {
    found.sort(Comparator.comparingInt(SyntaxRepair::at));
    return List.copyOf(found);
  }
}
