package io.github.wxcard.batch;

import io.github.wxcard.batch.LineReader.RawLine;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
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
public final class LineSource implements Iterator<InputLine> {
  private static final char UNREADABLE = '\ufffd';

  private final LineReader reader;
  private final String usualCard;
  private final boolean oneCard;
  private Optional<Character> separator = Optional.empty();
  private String firstLine;
  private CsvLayout layout;
  private final SpreadsheetDamage.LostDigits lostDigits = new SpreadsheetDamage.LostDigits();
  private InputLine next;

  /**
   * @param usualCard the card of codes beside which none is named, or null
   * @param oneCard whether codes of any other card cannot be used
   */
  public LineSource(InputStream in, String usualCard, boolean oneCard) {
    this.reader = new LineReader(in);
    this.usualCard = usualCard;
    this.oneCard = oneCard;
  }

  /** Whether there is another line; a failure when the first one makes the input unusable. */
  @Override
  public boolean hasNext() {
    while (next == null) {
      RawLine raw = reader.next();
      if (raw == null) {
        return false;
      }
      next = read(raw);
    }
    return true;
  }

  @Override
  public InputLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InputLine line = next;
    next = null;
    return line;
  }

  /** What cannot be told of one code, and is odd in all those that were read. */
  public Optional<String> doubt() {
    return lostDigits.doubt();
  }

  /** The line, or null when there is nothing to do on it. */
  private InputLine read(RawLine raw) {
    if (raw.overlong()) {
      return flawed(raw, null, "it is over " + LineReader.MAX_BYTES + " bytes long");
    }
    String text = raw.text();
    if (saysNothing(text)) {
      return null;
    }
    if (layout == null && isHeader(raw, text)) {
      return null;
    }
    if (isHeaderAgain(text.strip())) {
      return flawed(raw, text.strip(), "it is a header, as where one file ends and another begins");
    }
    return layout.named() ? ofRecord(raw, text) : ofCode(raw, text);
  }

  /** Whether the first line that says anything is no code; what it is decides the layout. */
  private boolean isHeader(RawLine raw, String text) {
    Optional<Character> named = CsvHeader.separatorNamed(text);
    if (raw.number() == 1 && named.isPresent()) {
      separator = named;
      return true;
    }
    firstLine = text.strip();
    CsvHeader header = new CsvHeader(text);
    header.refuseOtherFormats();
    layout =
        header.layout(separator, isReadable(text), () -> reader.peek(line -> !saysNothing(line)));
    return layout.named();
  }

  private boolean isHeaderAgain(String text) {
    return layout.named()
        ? text.equals(firstLine)
        : text.chars().noneMatch(Character::isDigit) && ColumnNames.isOfCodes(text);
  }

  private InputLine ofCode(RawLine raw, String text) {
    Optional<String> damage = SpreadsheetDamage.of(text.strip());
    if (damage.isPresent()) {
      return flawed(raw, text.strip(), damage.get());
    }
    if (isSeparator(text.charAt(text.length() - 1))) {
      return flawed(
          raw, text.strip(), "a spreadsheet has put empty columns behind it; leave the code alone");
    }
    List<String> fields = layout.fields(text);
    if (fields == null) {
      return disorderly(raw, text);
    }
    String code = fields.get(0).strip();
    char separator = fields.size() > 1 ? layout.separator() : separatorIn(code);
    return separator == 0 || (fields.size() == 1 && SpreadsheetDamage.of(code).isPresent())
        ? checked(raw, text, fields)
        : flawed(raw, text.strip(), CsvLayout.severalColumns(separator));
  }

  private InputLine ofRecord(RawLine raw, String text) {
    List<String> fields = layout.fields(text);
    if (fields == null) {
      fields = reader.overSeveralLines(text, layout::wholeRecord);
    }
    if (fields == null) {
      return disorderly(raw, text);
    }
    if (CsvLayout.isBlank(fields)) {
      return null;
    }
    Optional<String> mismatch = layout.mismatch(fields);
    return mismatch.isPresent()
        ? flawed(raw, text.strip(), mismatch.get())
        : checked(raw, text, fields);
  }

  private InputLine checked(RawLine raw, String text, List<String> fields) {
    String code = layout.code(fields);
    Optional<String> cardId = layout.cardId(fields);
    if (!isReadable(code) || !isReadable(cardId.orElse(""))) {
      return unreadable(raw);
    }
    Optional<String> damage = SpreadsheetDamage.of(code);
    if (damage.isEmpty() && code.indexOf('"') >= 0) {
      return disorderly(raw, text);
    }
    Optional<String> flaw = damage.or(() -> CodeSyntax.flaw(code));
    if (flaw.isPresent()) {
      return flawed(raw, code, flaw.get());
    }
    lostDigits.add(code);
    String card = cardId.orElse(usualCard);
    return oneCard && !usualCard.equals(card)
        ? ofOtherCard(raw, code, card)
        : InputLine.of(raw.number(), code, card);
  }

  private InputLine ofOtherCard(RawLine raw, String code, String card) {
    Failure failure =
        Failure.of(
            FailureKind.INPUT,
            "its code is of card " + card + ", and the command is about " + usualCard,
            "Give the codes of each card a file of their own.");
    return new InputLine(raw.number(), code, card, Optional.of(failure));
  }

  private InputLine disorderly(RawLine raw, String text) {
    return isReadable(text)
        ? flawed(raw, text.strip(), "its quotes are not closed, or stand in the middle of a value")
        : unreadable(raw);
  }

  private static InputLine unreadable(RawLine raw) {
    try {
      Utf8.decode(raw.bytes(), "the line");
      return flawed(raw, null, "it holds U+FFFD, which stands for what another program lost");
    } catch (Failure notUtf8) {
      return InputLine.flawed(raw.number(), null, notUtf8);
    }
  }

  private static InputLine flawed(RawLine raw, String code, String why) {
    return InputLine.flawed(raw.number(), code, why);
  }

  private static boolean saysNothing(String text) {
    return text.isBlank()
        || (text.startsWith("#") && !SpreadsheetDamage.isError(text.split("[,;\t]", 2)[0].strip()));
  }

  /** The first separator in a text; 0 when there is none. */
  private static char separatorIn(String text) {
    int first = text.chars().filter(LineSource::isSeparator).findFirst().orElse(0);
    return (char) first;
  }

  private static boolean isSeparator(int one) {
    return CsvHeader.SEPARATORS.contains((char) one);
  }

  private static boolean isReadable(String text) {
    return text.indexOf(UNREADABLE) < 0;
  }
}
