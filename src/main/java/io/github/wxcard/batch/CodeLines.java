package io.github.wxcard.batch;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.input.Utf8;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Codes as people keep them: one a line, or CSV as spreadsheets write it, whose header names a
 * column of codes and perhaps one of card ids. Blank lines and those that begin with {@code #} are
 * skipped; a line that cannot be used says so and stops nothing.
 */
public final class CodeLines implements Iterator<Line> {
  private static final char UNREADABLE = '\ufffd';

  private final PeekableLines reader;
  private final String usualCard;
  private Optional<Character> separator = Optional.empty();
  private String firstLine;
  private Columns columns;
  private CsvFields csv;
  private final LostDigits lostDigits = new LostDigits();
  private Line next;

  /**
   * @param usualCard the card of codes beside which none is named, or null
   */
  public CodeLines(InputStream in, String usualCard) {
    this.reader = new PeekableLines(in);
    this.usualCard = usualCard;
  }

  /** Whether there is another line; a failure when the first one makes the input unusable. */
  @Override
  public boolean hasNext() {
    while (next == null) {
      LineReader.Raw raw = reader.next();
      if (raw == null) {
        return false;
      }
      next = read(raw);
    }
    return true;
  }

  @Override
  public Line next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Line line = next;
    next = null;
    return line;
  }

  /** What cannot be told of one code, and is odd in all those that were read. */
  public Optional<String> doubt() {
    return lostDigits.doubt();
  }

  /** The line, or null when there is nothing to do on it. */
  private Line read(LineReader.Raw raw) {
    if (raw.overlong()) {
      return flawed(raw, null, "it is over " + LineReader.LONGEST + " bytes long");
    }
    String text = PeekableLines.text(raw);
    if (saysNothing(text)) {
      return null;
    }
    if (columns == null) {
      Optional<Character> named = CsvHeader.separatorNamed(text);
      if (raw.number() == 1 && named.isPresent()) {
        separator = named;
        return null;
      }
      firstLine = text.strip();
      CsvHeader header = new CsvHeader(text);
      header.refuseOtherFormats();
      columns =
          header.columns(
              separator, isReadable(text), () -> reader.peek(line -> !saysNothing(line)));
      csv = new CsvFields(columns.separator());
      if (columns.named()) {
        return null;
      }
    }
    if (isHeaderAgain(text.strip())) {
      return flawed(raw, text.strip(), "it is a header, as where one file ends and another begins");
    }
    return columns.named() ? ofRecord(raw, text) : ofCode(raw, text);
  }

  private boolean isHeaderAgain(String text) {
    return columns.named()
        ? text.equals(firstLine)
        : text.chars().noneMatch(Character::isDigit) && ColumnNames.isOfCodes(text);
  }

  private Line ofCode(LineReader.Raw raw, String text) {
    Optional<String> damage = SpreadsheetDamage.of(text.strip());
    if (damage.isPresent()) {
      return flawed(raw, text.strip(), damage.get());
    }
    if (isSeparator(text.charAt(text.length() - 1))) {
      return flawed(
          raw, text.strip(), "a spreadsheet has put empty columns behind it; leave the code alone");
    }
    List<String> fields = csv.of(text);
    if (fields == null) {
      return disorderly(raw, text);
    }
    String code = fields.get(0).strip();
    char separator = fields.size() > 1 ? columns.separator() : separatorIn(code);
    return separator == 0 || (fields.size() == 1 && SpreadsheetDamage.of(code).isPresent())
        ? checked(raw, text, fields)
        : flawed(raw, text.strip(), Columns.severalColumns(separator));
  }

  private Line ofRecord(LineReader.Raw raw, String text) {
    List<String> fields = csv.of(text);
    if (fields == null) {
      fields = reader.overSeveralLines(text, csv, this::isRecord);
    }
    if (fields == null) {
      return disorderly(raw, text);
    }
    if (columns.isBlank(fields)) {
      return null;
    }
    Optional<String> mismatch = columns.mismatch(fields);
    return mismatch.isPresent()
        ? flawed(raw, text.strip(), mismatch.get())
        : checked(raw, text, fields);
  }

  private boolean isRecord(List<String> fields) {
    return columns.mismatch(fields).isEmpty() && !columns.breaksOff(fields);
  }

  private Line checked(LineReader.Raw raw, String text, List<String> fields) {
    String code = columns.code(fields);
    Optional<String> cardId = columns.cardId(fields);
    if (!isReadable(code) || !isReadable(cardId.orElse(""))) {
      return unreadable(raw);
    }
    Optional<String> damage = SpreadsheetDamage.of(code);
    if (damage.isEmpty() && code.indexOf('"') >= 0) {
      return disorderly(raw, text);
    }
    Optional<String> flaw = damage.or(() -> CodeText.flaw(code));
    if (flaw.isPresent()) {
      return flawed(raw, code, flaw.get());
    }
    lostDigits.add(code);
    return Line.of(raw.number(), code, cardId.orElse(usualCard));
  }

  private Line disorderly(LineReader.Raw raw, String text) {
    return isReadable(text)
        ? flawed(raw, text.strip(), "its quotes are not closed, or stand in the middle of a value")
        : unreadable(raw);
  }

  private static Line unreadable(LineReader.Raw raw) {
    try {
      Utf8.decode(raw.bytes(), "the line");
      return flawed(raw, null, "it holds U+FFFD, which stands for what another program lost");
    } catch (Failure notUtf8) {
      return new Line(raw.number(), null, null, Optional.of(notUtf8));
    }
  }

  private static Line flawed(LineReader.Raw raw, String code, String why) {
    Failure failure = Failure.of(Kind.INPUT, why, "Correct the line, or leave it out.");
    return new Line(raw.number(), code, null, Optional.of(failure));
  }

  private static boolean saysNothing(String text) {
    return text.isBlank() || (text.startsWith("#") && !startsWithError(text));
  }

  private static boolean startsWithError(String text) {
    return SpreadsheetDamage.isError(text.split("[,;\t]", 2)[0].strip());
  }

  /** The first separator in a text; 0 when there is none. */
  private static char separatorIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSeparator(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return 0;
  }

  private static boolean isSeparator(int one) {
    return one == ',' || one == ';' || one == '\t';
  }

  private static boolean isReadable(String text) {
    return text.indexOf(UNREADABLE) < 0;
  }
}
