package io.github.wxcard.repl;

import io.github.wxcard.scenario.WordSplitter;
import io.github.wxcard.scenario.WordSplitter.UnclosedQuoteException;
import io.github.wxcard.scenario.WordSplitter.Word;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Lets the line editor see words where the session sees them. */
final class LineParser implements Parser {
  /** What the splitter would not read as itself. */
  private static final Pattern SPECIAL = Pattern.compile("[\\s'\"\\\\]|^#|\\$(?=[a-z_{])");

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE || context == ParseContext.SPLIT_LINE) {
      return new Typed(line, cursor, WordSplitter.splitUnfinished(line.substring(0, cursor)));
    }
    try {
      return new Typed(line, cursor, WordSplitter.split(line, name -> "$" + name));
    } catch (UnclosedQuoteException e) {
      throw new EOFError(-1, cursor, e.getMessage(), "quote");
    }
  }

  /** The words up to the cursor; what follows it is left as it is. */
  private record Typed(String line, int cursor, List<Word> found) implements CompletingParsedLine {
    @Override
    public String word() {
      return found.isEmpty() ? "" : found.get(found.size() - 1).text();
    }

    @Override
    public int wordCursor() {
      return word().length();
    }

    @Override
    public int wordIndex() {
      return Math.max(0, found.size() - 1);
    }

    @Override
    public List<String> words() {
      return found.stream().map(Word::text).toList();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      String value = candidate.toString();
      boolean isName = ResultVariables.NAMES.stream().anyMatch(name -> value.equals("$" + name));
      return isName ? value : SPECIAL.matcher(value).replaceAll("\\\\$0");
    }

    @Override
    public int rawWordCursor() {
      return rawWordLength();
    }

    @Override
    public int rawWordLength() {
      return found.isEmpty() ? 0 : cursor - found.get(found.size() - 1).start();
    }
  }
}
