package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.PrintableText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Standard output, where a result writes its text: lines, now and then a table or a QR code. */
public final class Page {
  private final OutputStream out;
  private final TerminalInfo terminal;
  private final Consumer<String> said;

  /**
   * @param said told why something is not on the page, or not as it should be
   */
  Page(OutputStream out, TerminalInfo terminal, Consumer<String> said) {
    this.out = out;
    this.terminal = terminal;
    this.said = said;
  }

  /** A line; whatever in the text would break it or steer a terminal is escaped. */
  public void line(String text) {
    print(PrintableText.line(text) + "\n");
  }

  /** A line that may be in colour. */
  public void line(StyledLine line) {
    print(line + "\n");
  }

  /** The beginning of a line that is in colour where the page shows colour. */
  public StyledLine styled() {
    return new StyledLine(terminal.decoratesOut());
  }

  /**
   * A line that a terminal which is too narrow gets broken between words.
   *
   * @param beginning what stays in front, as it is
   * @param hanging how many blanks the further lines begin with
   */
  public record Paragraph(StyledLine beginning, String text, int hanging) {
    private List<String> lines(int width) {
      int start = beginning.cells();
      List<String> lines = LineBreaker.lines(" ".repeat(start), printable(), width, hanging);
      lines.set(0, beginning + lines.get(0).substring(start));
      return lines;
    }

    private String line() {
      return (beginning + printable()).stripTrailing();
    }

    private String printable() {
      return new StyledLine(false).add(text).toString();
    }
  }

  /** Lines that a narrow terminal gets broken between words; elsewhere one line each. */
  public void paragraphs(List<Paragraph> paragraphs) {
    if (!terminal.outTerminal()) {
      paragraphs.forEach(each -> print(each.line() + "\n"));
    } else if (!paragraphs.isEmpty()) {
      int width = terminal.width().getAsInt();
      paragraphs.forEach(each -> print(String.join("\n", each.lines(width)) + "\n"));
    }
  }

  /** A JSON document over several lines. */
  public void json(JsonNode document) {
    String text = PrintableText.lines(Json.pretty(document));
    print((terminal.decoratesOut() ? JsonHighlighter.highlighted(text) : text) + "\n");
  }

  /** A JSON document in one line. */
  public void jsonLine(JsonNode document) {
    print(inOneLine(document, terminal.decoratesOut()));
  }

  /** Text whose line breaks are meant, such as a document. */
  public void lines(String text) {
    print(PrintableText.lines(text) + "\n");
  }

  /** What was asked for itself: to a program as it is, on a terminal as {@link #lines}. */
  public void data(String text) {
    print((terminal.outTerminal() ? PrintableText.lines(text) : text) + "\n");
  }

  /** What the columns of the lines below are called; on a terminal alone. */
  public void heading(String columns) {
    if (terminal.outTerminal()) {
      line(styled().add(Style.STRONG, columns));
    }
  }

  /** Rows: aligned under a header on a terminal, separated by tabs without one in a pipe. */
  public void table(Table table) {
    table.printOn(this, terminal);
  }

  /** Draws a code that encodes {@code content}, when the style and the terminal allow it. */
  public void qr(String content, QrStyle style) {
    style.draw(content, this, terminal, said);
  }

  /** Content that is no text, such as an image, as it is; a terminal refuses it. */
  public void bytes(byte[] content) {
    if (terminal.outTerminal()) {
      throw Failure.of(
          FailureKind.INPUT,
          "the answer is " + content.length + " bytes that are no text",
          "Name a file with --out FILE, or send standard output into one.");
    }
    printBytes(content);
  }

  /** Text of our own as it is, without a line break. */
  public void print(String text) {
    printBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void printBytes(byte[] content) {
    try {
      write(out, content);
    } catch (IOException e) {
      throw StandardOutput.unwritable(e);
    }
  }

  static String inOneLine(JsonNode document, boolean colour) {
    String text = PrintableText.line(Json.write(document));
    return (colour ? JsonHighlighter.highlighted(text) : text) + "\n";
  }

  /** One thread's text is never torn apart by another's. */
  static void write(OutputStream stream, byte[] content) throws IOException {
    synchronized (stream) {
      stream.write(content);
      stream.flush();
    }
  }
}
