package io.github.wxcard.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.OutputFormat;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.QrStyle;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import io.github.wxcard.output.TerminalInfo;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text of somebody else's, shown on a terminal and in a pipe in every way there is. */
final class TerminalTarget implements FuzzTarget {
  @Override
  public int times() {
    return 24;
  }

  @Override
  public void take(byte[] input) {
    String text = Texts.of(input);
    boolean ascii = input.length % 2 == 0;
    TerminalInfo info = new TerminalInfo(true, true, true, () -> 80, ColorChoice.AUTO);
    Console terminal = console(new Screen(true), info);
    show(text, terminal, new QrStyle(QrStyle.Show.ALWAYS, ascii, !ascii));
    Console pipe = console(new Screen(false), TerminalInfo.piped());
    show(text, pipe, new QrStyle(QrStyle.Show.AUTO, false, false));
  }

  private static Console console(OutputStream shown, TerminalInfo terminal) {
    return new Console(InputStream.nullInputStream(), shown, shown, terminal);
  }

  private static void show(String text, Console console, QrStyle style) {
    Result result = new Shown(text, style);
    Printer printer = new Printer(console, OutputFormat.TEXT);
    try {
      printer.result(result);
    } catch (Failure told) {
      Helpful.check(told);
      printer.failure(told.detail(text).meaning(text));
    }
    printer.failure(Failure.of(FailureKind.INPUT, text, text));
    new Printer(console, OutputFormat.JSON).result(result);
    console.warn(text);
  }

  /** Whatever is written is written whole, so that each piece can be judged by itself. */
  private static final class Screen extends OutputStream {
    private final boolean terminal;

    Screen(boolean terminal) {
      this.terminal = terminal;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      String shown = new String(bytes, from, length, StandardCharsets.UTF_8);
      // Between cells there is a tab.
      if (!Hostile.found(shown.replace("\t", ""), terminal).isEmpty()) {
        throw new AssertionError("it does something: " + Json.object().put("shown", shown));
      }
    }
  }

  private record Shown(String text, QrStyle style) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("text", text);
    }

    @Override
    public void text(Page page) {
      page.line(text);
      List<List<String>> rows =
          text.lines()
              .filter(line -> line.indexOf('|') >= 0)
              .map(line -> List.of(line.split("\\|", 2)))
              .toList();
      page.table(Table.of(rows));
      page.table(new Table(List.of(text), List.of(List.of("x"), List.of(text))));
      page.qr(text, style);
    }
  }
}
