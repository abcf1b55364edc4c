package io.github.wxcard.output.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.RGBLuminanceSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class QrPictureTest {
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

  @ParameterizedTest
  @ValueSource(ints = {1, 43, 134, 290, 1000})
  void a_png_reads_back_as_the_link(int length) throws IOException {
    String link = "https://example.com/".repeat(50).substring(0, length);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrPng.bytes(QrCode.of(link))));
    assertThat(image.getWidth()).isEqualTo(image.getHeight()).isGreaterThanOrEqualTo(400);
    int side = image.getWidth();
    int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
    assertThat(Scanner.read(new RGBLuminanceSource(side, side, pixels))).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 43, 134, 290, 1000})
  void an_svg_reads_back_as_the_link(int length) throws Exception {
    String link = "https://example.com/".repeat(50).substring(0, length);
    assertThat(Scanner.read(rasterised(QrSvg.text(QrCode.of(link))))).isEqualTo(link);
  }

  @Test
  void an_svg_is_white_all_over_before_the_code_is_drawn() throws Exception {
    QrCode code = QrCode.of("http://example.com/");
    Document svg = parse(QrSvg.text(code));
    String box = svg.getDocumentElement().getAttribute("viewBox");
    assertThat(box).isEqualTo("0 0 %1$d %1$d".formatted(code.size()));
    assertThat(path(svg, 0)).isEqualTo("M0 0h%1$dv%1$dh-%1$dz".formatted(code.size()));
  }

  private static boolean[][] rasterised(String text) throws Exception {
    Document svg = parse(text);
    int side =
        Integer.parseInt(
            svg.getDocumentElement().getAttribute("viewBox").replaceAll("^0 0 \\d+ ", ""));
    boolean[][] dark = new boolean[side][side];
    Matcher runs = RUN.matcher(path(svg, 1));
    while (runs.find()) {
      int start = Integer.parseInt(runs.group(1));
      for (int column = start; column < start + Integer.parseInt(runs.group(3)); column++) {
        dark[Integer.parseInt(runs.group(2))][column] = true;
      }
    }
    return dark;
  }

  private static String path(Document svg, int index) {
    return svg.getElementsByTagName("path")
        .item(index)
        .getAttributes()
        .getNamedItem("d")
        .getNodeValue();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
