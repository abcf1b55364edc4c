package io.github.wxcard.repl;

import io.github.wxcard.repl.CompletionSource.Completions;
import io.github.wxcard.repl.CompletionSource.Completions.Item;
import io.github.wxcard.repl.CompletionSource.ValueKind;
import io.github.wxcard.text.PrintableText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers commands, options, files, names of earlier results and identifiers that exist now. */
final class LineCompleter implements Completer {
  private static final int MOST_FILES = 500;

  private final CompletionSource completion;
  private final ResultVariables results;
  private final Path workingFolder;

  LineCompleter(CompletionSource completion, ResultVariables results, Path workingFolder) {
    this.completion = completion;
    this.results = results;
    this.workingFolder = workingFolder;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> before = new ArrayList<>(line.words().subList(0, line.wordIndex()));
    if (!before.isEmpty() && before.get(0).equals("wxcard")) {
      before.remove(0);
    }
    String beginning = line.word();
    if (beginning.startsWith("$")) {
      results.last().forEach((name, value) -> candidates.add(word("$" + name, value, true)));
      return;
    }
    Completions fitting = completion.after(before, beginning);
    for (Item item : fitting.words()) {
      boolean complete = !item.value().endsWith("=");
      candidates.add(word(item.value(), item.description(), complete));
    }
    for (ValueKind kind : fitting.values()) {
      offer(kind, beginning, candidates);
    }
  }

  private void offer(ValueKind kind, String beginning, List<Candidate> candidates) {
    if (kind == ValueKind.FILE) {
      for (String path : fileNames(beginning)) {
        candidates.add(word(path, "", !path.endsWith("/")));
      }
      return;
    }
    Set<String> values = new LinkedHashSet<>(results.all(kind.key()));
    values.addAll(completion.values(kind, results));
    values.forEach(value -> candidates.add(word(value, "", true)));
    if (!values.isEmpty() && results.last().containsKey(kind.key())) {
      candidates.add(word("$" + kind.key(), results.last().get(kind.key()), true));
    }
  }

  /** Files and folders whose path begins so; a folder ends in a slash. */
  private List<String> fileNames(String beginning) {
    int slash = beginning.lastIndexOf('/') + 1;
    String folder = beginning.substring(0, slash);
    String name = beginning.substring(slash);
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(workingFolder.resolve(folder))) {
      for (Path entry : entries) {
        String own = String.valueOf(entry.getFileName());
        boolean hidden = own.startsWith(".") && !name.startsWith(".");
        if (own.startsWith(name) && !hidden && found.size() < MOST_FILES) {
          found.add(folder + own + (Files.isDirectory(entry) ? "/" : ""));
        }
      }
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
    Collections.sort(found);
    return found;
  }

  private static Candidate word(String value, String description, boolean complete) {
    String beside = description.isEmpty() ? null : PrintableText.line(description);
    return new Candidate(value, PrintableText.line(value), null, beside, null, null, complete);
  }
}
