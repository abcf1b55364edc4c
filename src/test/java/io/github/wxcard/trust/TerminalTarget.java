package io.github.wxcard.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Format;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.QrStyle;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import io.github.wxcard.output.Traits;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text of somebody else's, shown on a terminal in every way there is. */
final class TerminalTarget implements FuzzTarget {
  /** What may steer a terminal, but for the colours that the program itself sets. */
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\t\\n]]");

  private static final Pattern COLOURS =
      Pattern.compile("\u001b\\[(?:0|1|2|1;31|32|33|38;5;16;48;5;231)m");

  @Override
  public int times() {
    return 36;
  }

  @Override
  public void take(byte[] input) {
    String text = Texts.of(input);
    for (boolean ascii : new boolean[] {true, false}) {
      ByteArrayOutputStream shown = new ByteArrayOutputStream();
      Traits traits = new Traits(true, true, true, () -> 80, ColorChoice.AUTO);
      Console console = new Console(InputStream.nullInputStream(), shown, shown, traits);
      show(text, console, new QrStyle(QrStyle.Show.ALWAYS, ascii, !ascii));
      check(shown.toString(StandardCharsets.UTF_8));
    }
    Console piped =
        new Console(
            InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            Traits.piped());
    show(text, piped, new QrStyle(QrStyle.Show.AUTO, false, false));
  }

  private static void show(String text, Console console, QrStyle style) {
    Result result = new Shown(text, style);
    Printer printer = new Printer(console, Format.TEXT);
    try {
      printer.result(result);
    } catch (Failure told) {
      Told.check(told);
      printer.failure(told.detail(text).meaning(text));
    }
    printer.failure(Failure.of(Kind.INPUT, text, text));
    new Printer(console, Format.JSON).result(result);
    console.warn(text);
  }

  private static void check(String shown) {
    if (STEERING.matcher(COLOURS.matcher(shown).replaceAll("")).find()) {
      throw new AssertionError("it steers the terminal: " + Json.object().put("shown", shown));
    }
  }

  private record Shown(String text, QrStyle style) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("text", text).put(text, 1);
    }

    @Override
    public void text(Page page) {
      page.line(text);
      List<List<String>> rows =
          text.lines().map(line -> Stream.of(line.split("\\|", 2)).toList()).toList();
      page.table(Table.of(rows.stream().filter(row -> row.size() == 2).toList()));
      page.table(new Table(List.of(text), List.of(List.of("x"), List.of(text))));
      page.qr(text, style);
    }
  }
}
