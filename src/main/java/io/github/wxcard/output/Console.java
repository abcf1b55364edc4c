package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.text.PrintableText;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The three streams of the program: results on one, words to the person on another, UTF-8 whatever
 * the locale says. What is written is handed over at once, so that no reader waits for a buffer.
 */
public final class Console {
  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final TerminalInfo terminal;
  private final boolean ofProcess;
  private final Page page;

  public Console(InputStream in, OutputStream out, OutputStream err, TerminalInfo terminal) {
    this(in, out, err, terminal, false);
  }

  private Console(
      InputStream in,
      OutputStream out,
      OutputStream err,
      TerminalInfo terminal,
      boolean ofProcess) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.ofProcess = ofProcess;
    this.page = new Page(out, terminal, this::say);
  }

  /** The streams of this process; {@code -Dwxcard.tty} says which of them are terminals. */
  public static Console system(Map<String, String> variables) {
    return new Console(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new StandardOutput(),
        new FileOutputStream(FileDescriptor.err),
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
    return new Console(otherIn, otherOut, err, terminal.withTerminals(false, false));
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

  /** Whether another program can be given these streams: they are this process's own. */
  public boolean isOfProcess() {
    return ofProcess;
  }

  /** Standard output for what another program prints, byte for byte. */
  public OutputStream out() {
    return out;
  }

  /** Standard error for what another program prints, byte for byte. */
  public OutputStream err() {
    return err;
  }

  /** Standard output for results. */
  public Page page() {
    return page;
  }

  public TerminalInfo terminal() {
    return terminal;
  }

  /** Standard input as lines of a file. */
  public LineInput lines() {
    return new LineInput(in);
  }

  /** Asks the person, on standard error, and waits for a line; empty when there is none. */
  public Optional<String> ask(String question) {
    if (terminal.inTerminal()) {
      mutter(question);
    }
    return LineInput.answer(in);
  }

  /** Asks for something that must not show on the screen while it is typed. */
  public Optional<String> askSecret(String question) {
    if (!terminal.inTerminal()) {
      return ask(question);
    }
    try (Stty.EchoOff typing = Stty.hide()) {
      if (!typing.works()) {
        warn("what you type can be seen, as there is no stty that hides it");
      }
      return ask(question);
    } finally {
      say("");
    }
  }

  /** A line on standard error. A reader that has gone must not change how the command ends. */
  public void say(String text) {
    steer(PrintableText.line(text) + "\n");
  }

  /** As {@link #say(String)}, and may be in colour. */
  public void say(StyledLine line) {
    steer(line + "\n");
  }

  /** A JSON document in one line on standard error. */
  void sayJson(JsonNode document) {
    steer(Page.inOneLine(document, terminal.decoratesErr()));
  }

  /** Text on standard error without a line break, as for a prompt. */
  public void mutter(String text) {
    steer(PrintableText.line(text));
  }

  /** A line on standard error about something doubtful that stops nothing. */
  public void warn(String text) {
    say(onErr().add(Style.DOUBTFUL, "warning:").add(" " + text));
  }

  /** A line for standard error, in colour when that shows colour. */
  public StyledLine onErr() {
    return new StyledLine(terminal.decoratesErr());
  }

  /** Text and control sequences of our own on standard error, as they are. */
  void steer(String sequences) {
    try {
      Page.write(err, sequences.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return;
    }
  }
}
