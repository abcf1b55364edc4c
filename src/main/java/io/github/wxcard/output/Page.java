package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where a result writes its text: lines, and now and then a table or a QR code. */
public interface Page {
  /** A line; whatever in the text would break it or steer a terminal is escaped. */
  void line(String text);

  /** A line that may be in colour. */
  void line(StyledLine line);

  /** The beginning of a line that is in colour where the page shows colour. */
  StyledLine onOut();

  /** Lines that a narrow terminal gets broken between words; elsewhere one line each. */
  void paragraphs(List<Paragraph> paragraphs);

  /** A JSON document over several lines. */
  void json(JsonNode document);

  /** A JSON document in one line. */
  void jsonLine(JsonNode document);

  /** Text whose line breaks are meant, such as a document. */
  void lines(String text);

  /** What was asked for itself: to a program as it is, on a terminal as {@link #lines}. */
  void data(String text);

  /** What the columns of the lines below are called; on a terminal alone. */
  void heading(String columns);

  /** Rows: aligned under a header on a terminal, separated by tabs without one in a pipe. */
  void table(Table table);

  /** Content that is no text, such as an image, as it is; a terminal refuses it. */
  void bytes(byte[] content);

  /** Draws a code that encodes {@code content}, when the style and the terminal allow it. */
  void qr(String content, QrStyle style);
}
