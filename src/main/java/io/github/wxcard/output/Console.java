package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.PrintableText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The three streams of the program: results on one, words to the person on another. */
public final class Console implements Page {
  private final InputStream in;
  private final TextStream out;
  private final TextStream err;
  private final TerminalInfo terminal;
  private final boolean ofProcess;

  public Console(InputStream in, OutputStream out, OutputStream err, TerminalInfo terminal) {
    this(in, new TextStream(out), new TextStream(err), terminal, false);
  }

  private Console(
      InputStream in, TextStream out, TextStream err, TerminalInfo terminal, boolean ofProcess) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.ofProcess = ofProcess;
  }

  /** The streams of this process; {@code -Dwxcard.tty} says which of them are terminals. */
  public static Console system(Map<String, String> variables) {
    return new Console(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new TextStream(new StandardOutput()),
        new TextStream(new FileOutputStream(FileDescriptor.err)),
        TerminalInfo.of(System.getProperty("wxcard.tty", ""), variables),
        true);
  }

  /** The same streams with the colours of {@code --color}; AUTO leaves it to the environment. */
  public Console with(ColorChoice choice) {
    return choice == ColorChoice.AUTO
        ? this
        : new Console(in, out, err, terminal.with(choice), ofProcess);
  }

  /** The same streams, standard input read through another one. */
  public Console readingThrough(UnaryOperator<InputStream> other) {
    return new Console(other.apply(in), out, err, terminal, ofProcess);
  }

  /** The same standard error beside another input and output, both of them no terminals. */
  public Console beside(InputStream otherIn, OutputStream otherOut) {
    TerminalInfo piped = terminal.withTerminals(false, false);
    return new Console(otherIn, new TextStream(otherOut), err, piped, false);
  }

  /** Other streams in place of all three, none of them a terminal. */
  public Console apart(InputStream otherIn, OutputStream otherOut, OutputStream otherErr) {
    TerminalInfo piped = new TerminalInfo(false, false, false, terminal.width(), terminal.color());
    return new Console(otherIn, otherOut, otherErr, piped);
  }

  /** Standard input; always the same stream, so that readers in turn lose nothing. */
  public InputStream in() {
    return in;
  }

  /**
   * Whether these are this process's own streams, which another program can be given as they are.
   */
  public boolean isOfProcess() {
    return ofProcess;
  }

  /** Standard output for what another program prints, byte for byte. */
  public OutputStream out() {
    return out.stream();
  }

  /** Standard error for what another program prints, byte for byte. */
  public OutputStream err() {
    return err.stream();
  }

  /** Standard input as lines of a file. */
  public LineInput lines() {
    return new LineInput(in);
  }

  /**
   * The next line of standard input without its end; empty when there is none. Reads no further.
   */
  public Optional<String> readLine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      while (next >= 0 && next != '\n') {
        bytes.write(next);
        next = in.read();
      }
    } catch (IOException e) {
      throw LineInput.unreadable(e);
    }
    String line = bytes.toString(StandardCharsets.UTF_8);
    return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }

  /** Asks the person, on standard error, and waits for a line. */
  public Optional<String> ask(String question) {
    if (terminal.inTerminal()) {
      mutter(question);
    }
    return readLine();
  }

  /** Asks for something that must not show on the screen while it is typed. */
  public Optional<String> askSecret(String question) {
    if (!terminal.inTerminal()) {
      return ask(question);
    }
    Thread whenKilled = new Thread(() -> Stty.echo(true));
    Runtime.getRuntime().addShutdownHook(whenKilled);
    if (!Stty.echo(false)) {
      warn("what you type can be seen, as there is no stty that hides it");
    }
    try {
      return ask(question);
    } finally {
      Stty.echo(true);
      say("");
      Runtime.getRuntime().removeShutdownHook(whenKilled);
    }
  }

  public TerminalInfo terminal() {
    return terminal;
  }

  /** A line on standard output. */
  @Override
  public void line(String text) {
    print(PrintableText.line(text) + "\n");
  }

  @Override
  public void line(StyledLine line) {
    print(line + "\n");
  }

  @Override
  public void paragraphs(List<Paragraph> paragraphs) {
    if (!terminal.outTerminal()) {
      paragraphs.forEach(each -> print(each.line() + "\n"));
    } else if (!paragraphs.isEmpty()) {
      int width = terminal.width().getAsInt();
      paragraphs.forEach(each -> print(String.join("\n", each.lines(width)) + "\n"));
    }
  }

  @Override
  public void json(JsonNode document) {
    String text = PrintableText.lines(Json.pretty(document));
    print((decoratesOut() ? JsonHighlighter.highlighted(text) : text) + "\n");
  }

  @Override
  public void jsonLine(JsonNode document) {
    String text = PrintableText.line(Json.write(document));
    print((decoratesOut() ? JsonHighlighter.highlighted(text) : text) + "\n");
  }

  @Override
  public void lines(String text) {
    print(PrintableText.lines(text) + "\n");
  }

  @Override
  public void data(String text) {
    print((terminal.outTerminal() ? PrintableText.lines(text) : text) + "\n");
  }

  @Override
  public void heading(String columns) {
    if (terminal.outTerminal()) {
      line(onOut().add(Style.STRONG, columns));
    }
  }

  /** Text of our own on standard output as it is, without a line break. */
  public void print(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void bytes(byte[] content) {
    if (terminal.outTerminal()) {
      throw Failure.of(
          FailureKind.INPUT,
          "the answer is " + content.length + " bytes that are no text",
          "Name a file with --out FILE, or send standard output into one.");
    }
    try {
      out.write(content);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** A line on standard error. A reader that has gone must not change how the command ends. */
  public void say(String text) {
    steer(PrintableText.line(text) + "\n");
  }

  /** A JSON document in one line on standard error. */
  void sayJson(JsonNode document) {
    String text = PrintableText.line(Json.write(document));
    boolean colour = terminal.decorates(terminal.errTerminal());
    steer((colour ? JsonHighlighter.highlighted(text) : text) + "\n");
  }

  /** As {@link #say(String)}, and may be in colour. */
  public void say(StyledLine line) {
    steer(line + "\n");
  }

  /** Text on standard error without a line break, as for a prompt. */
  public void mutter(String text) {
    steer(PrintableText.line(text));
  }

  /** Text and control sequences of our own on standard error, as they are. */
  void steer(String sequences) {
    try {
      err.write(sequences);
    } catch (IOException e) {
      return;
    }
  }

  /** A line on standard error about something doubtful that stops nothing. */
  public void warn(String text) {
    say(onErr().add(Style.DOUBTFUL, "warning:").add(" " + text));
  }

  @Override
  public StyledLine onOut() {
    return new StyledLine(decoratesOut());
  }

  private boolean decoratesOut() {
    return terminal.decorates(terminal.outTerminal());
  }

  /** A line for standard error, in colour when that shows colour. */
  public StyledLine onErr() {
    return new StyledLine(terminal.decorates(terminal.errTerminal()));
  }

  @Override
  public void table(Table table) {
    table.printOn(this);
  }

  @Override
  public void qr(String content, QrStyle style) {
    boolean show =
        switch (style.show()) {
          case ALWAYS -> true;
          case AUTO -> terminal.outTerminal();
          case NEVER -> false;
        };
    if (show) {
      new QrPanel(this, style).show(content);
    }
  }

  private static Failure unwritable(IOException e) {
    return Failure.of(
            FailureKind.INTERNAL,
            "cannot write to standard output: " + IoErrorMessage.of(e),
            "Look at where the output goes: a full disk, or a stream closed by the caller.")
        .causedBy(e);
  }
}
