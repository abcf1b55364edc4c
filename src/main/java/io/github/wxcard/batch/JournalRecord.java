package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One line of a journal: the letter of a status, a blank, and the line's result or what was sent.
 * Other letters tell of the whole run; the first line is a JSON object, the header.
 *
 * @param begin where it stands, in bytes from the journal's beginning
 * @param end where the next one stands
 * @param ended whether a line break ends it
 */
record JournalRecord(String text, long begin, long end, boolean ended) {
  private static final String FINISHED = "E";
  private static final String ANNOUNCED = "A ";
  private static final String ROW_BEGINS = "{\"line\":";

  /** Every line has its last answer. */
  static String finished() {
    return FINISHED + "\n";
  }

  /** Which lines may leave from now on. */
  static String announced(int first, int last) {
    return ANNOUNCED + first + " " + last + "\n";
  }

  /** What was announced has left, or will not. */
  static String withdrawn() {
    return ANNOUNCED + "0\n";
  }

  /** A line that leaves now, with its code: a run over another file must know it, too. */
  static String sending(InputLine line) {
    ObjectNode row = Json.object().put("line", line.number()).put("code", line.code());
    if (line.cardId() != null) {
      row.put("card_id", line.cardId());
    }
    return of(LineStatus.SENT, Json.write(row));
  }

  /** A line that has left, and of which no more is known. */
  static String sent(int line) {
    return of(LineStatus.SENT, Integer.toString(line));
  }

  static String result(LineResult result) {
    return of(result.status(), Json.write(result.row()));
  }

  private static String of(LineStatus status, String rest) {
    return (char) status.letter + " " + rest + "\n";
  }

  /** The one that begins at an offset, where the bytes come from; null at the end. */
  static JournalRecord read(InputStream in, long begin) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int one = in.read();
    for (; one >= 0 && one != '\n'; one = in.read()) {
      bytes.write(one);
    }
    boolean ended = one == '\n';
    if (!ended && bytes.size() == 0) {
      return null;
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    return new JournalRecord(text, begin, begin + bytes.size() + (ended ? 1 : 0), ended);
  }

  /** The records with a result that are still whole, in order, wherever they stand. */
  static String results(InputStream in) throws IOException {
    StringBuilder whole = new StringBuilder();
    JournalRecord record = read(in, 0);
    for (; record != null; record = read(in, record.end())) {
      if (record.isResult()) {
        whole.append(record.text).append('\n');
      }
    }
    return whole.toString();
  }

  /** A crash may leave zeros, and whoever wrote the record would have escaped them. */
  boolean isText() {
    return text.chars().noneMatch(one -> one < ' ');
  }

  boolean isHeader() {
    return text.startsWith("{") && text.endsWith("}");
  }

  boolean isFinish() {
    return text.equals(FINISHED);
  }

  boolean isAnnouncement() {
    return text.startsWith(ANNOUNCED);
  }

  /** The first of the lines that are announced; 0 when that is over. */
  int firstLine() {
    return number(ANNOUNCED.length());
  }

  int lastLine() {
    return number(text.lastIndexOf(' ') + 1);
  }

  /** NOT_SENT when it tells of no line. */
  LineStatus status() {
    return LineStatus.of(text.isEmpty() ? 0 : text.charAt(0));
  }

  /** The line's number in {@code S 17} or {@code D {"line":17,…}}; 0 when there is none. */
  int line() {
    return number(hasRow() ? 2 + ROW_BEGINS.length() : 2);
  }

  private boolean hasRow() {
    return text.startsWith(ROW_BEGINS, 2);
  }

  /** Whether no crash leaves it behind a record that is torn. */
  boolean tellsSomething() {
    return isText() && (hasRow() || text.matches("A [1-9]\\d* [1-9]\\d*"));
  }

  /** Whether it tells what came of a line, and can be read back. */
  private boolean isResult() {
    LineStatus status = status();
    return status != LineStatus.NOT_SENT
        && status != LineStatus.SENT
        && hasRow()
        && isText()
        && row() != null;
  }

  /** The JSON object behind the letter; null when there is none. */
  ObjectNode row() {
    return text.length() < 3 ? null : object(text.substring(2));
  }

  /** The header's JSON object; null when it is none. */
  ObjectNode header() {
    return object(text);
  }

  private static ObjectNode object(String json) {
    try {
      return Json.read(json) instanceof ObjectNode object ? object : null;
    } catch (IOException torn) {
      return null;
    }
  }

  private int number(int from) {
    int number = 0;
    for (int i = from; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
