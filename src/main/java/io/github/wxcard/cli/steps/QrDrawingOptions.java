package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.config.Environment;
import io.github.wxcard.output.OutputFile;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.QrStyle;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.qr.QrCode;
import io.github.wxcard.output.qr.QrPng;
import io.github.wxcard.output.qr.QrSvg;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options of a drawn QR code, and the files it is drawn into. */
final class QrDrawingOptions {
  @Option(names = "--png", paramLabel = "FILE", description = "Write (or replace) a PNG file.")
  String png;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write (or replace) an SVG file.")
  String svg;

  @Option(
      names = "--show",
      paramLabel = "WHEN",
      description = "Draw on stdout: auto (on a terminal), always or never.")
  QrStyle.Show show = QrStyle.Show.AUTO;

  @Option(names = "--ascii", description = "Draw with two characters a module and no colour.")
  boolean ascii;

  @Option(names = "--invert", description = "Draw light on dark.")
  boolean invert;

  /**
   * What is shown of a code, drawn or not.
   *
   * @param json {@code url}, and for one made just now {@code show_qrcode_url} and more
   */
  Result result(ObjectNode json) {
    return new Drawn(json, new QrStyle(show, ascii, invert));
  }

  private record Drawn(JsonNode json, QrStyle style) implements Result {
    @Override
    public void text(Page page) {
      page.qr(json.path("url").asText(), style);
      page.line("url " + json.path("url").asText());
      if (json.has("show_qrcode_url")) {
        page.line("show_qrcode_url " + json.path("show_qrcode_url").asText());
      }
    }
  }

  /** The files to draw into; a place where none can be is refused before any call. */
  List<Consumer<String>> writers(Environment environment) {
    List<Consumer<String>> writers = new ArrayList<>();
    if (png != null) {
      OutputFile file = OutputFile.at(environment.resolve(png));
      writers.add(url -> file.write(QrPng.bytes(QrCode.of(url))));
    }
    if (svg != null) {
      OutputFile file = OutputFile.at(environment.resolve(svg));
      writers.add(url -> file.write(QrSvg.text(QrCode.of(url)).getBytes(StandardCharsets.UTF_8)));
    }
    return writers;
  }
}
