package io.github.wxcard.repl;

import io.github.wxcard.text.PrintableText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers commands, options, files, names of earlier results and identifiers that exist now. */
final class WordCompleter implements Completer {
  private final Grammar grammar;
  private final Remembered remembered;
  private final LiveValues live;
  private final FileNames files;

  WordCompleter(Grammar grammar, Remembered remembered, LiveValues live, FileNames files) {
    this.grammar = grammar;
    this.remembered = remembered;
    this.live = live;
    this.files = files;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> before = new ArrayList<>(line.words().subList(0, line.wordIndex()));
    if (!before.isEmpty() && before.get(0).equals("wxcard")) {
      before.remove(0);
    }
    String beginning = line.word();
    if (beginning.startsWith("$")) {
      remembered.last().forEach((name, value) -> candidates.add(word("$" + name, value, true)));
      return;
    }
    Expected expected = grammar.after(before, beginning);
    for (Suggestion suggestion : expected.words()) {
      boolean complete = !suggestion.value().endsWith("=");
      candidates.add(word(suggestion.value(), suggestion.description(), complete));
    }
    for (Value kind : expected.values()) {
      offer(kind, beginning, candidates);
    }
  }

  private void offer(Value kind, String beginning, List<Candidate> candidates) {
    if (kind == Value.FILE) {
      for (String path : files.startingWith(beginning)) {
        candidates.add(word(path, "", !path.endsWith("/")));
      }
      return;
    }
    Set<String> values = new LinkedHashSet<>(remembered.all(kind.key()));
    values.addAll(live.of(kind, remembered));
    values.forEach(value -> candidates.add(word(value, "", true)));
    if (!values.isEmpty() && remembered.last().containsKey(kind.key())) {
      candidates.add(word("$" + kind.key(), remembered.last().get(kind.key()), true));
    }
  }

  private static Candidate word(String value, String description, boolean complete) {
    String beside = description.isEmpty() ? null : PrintableText.line(description);
    return new Candidate(value, PrintableText.line(value), null, beside, null, null, complete);
  }
}
