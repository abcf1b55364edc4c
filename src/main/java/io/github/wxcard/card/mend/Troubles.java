package io.github.wxcard.card.mend;

import io.github.wxcard.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a text. */
final class Troubles {
  private final String text;
  private static final int MOST = 5000;

  private final List<Trouble> found = new ArrayList<>();

  Troubles(String text) {
    this.text = text;
  }

  /** Whether there are more than anybody would mend. */
  boolean tooMany() {
    return found.size() > MOST;
  }

  void add(Trouble trouble) {
    found.add(trouble);
  }

  /** Something that was left out and can only be what is put in for it. */
  void absent(int at, String put, String what, String fix) {
    add(new Trouble(at, what, fix, Surety.CERTAIN, List.of(Edit.insert(at, put))));
  }

  /** Something that was left out; what is put in only stands for it. */
  void missing(int at, String put, String what, String fix) {
    add(new Trouble(at, what, fix, Surety.GUESSED, List.of(Edit.insert(at, put))));
  }

  void replaced(int start, int end, String by, String what, Surety surety) {
    String fix = "Write %s.".formatted(by);
    add(new Trouble(start, what, fix, surety, List.of(new Edit(start, end, by))));
  }

  /** What stands there, its beginning when it is long. */
  String shown(int start, int end) {
    String shown =
        end - start > 40 ? text.substring(start, start + 40) + "…" : text.substring(start, end);
    return InvisibleCharacters.shown(shown);
  }

  List<Trouble> inOrder() {
    found.sort(Comparator.comparingInt(Trouble::at));
    return List.copyOf(found);
  }
}
