package io.github.wxcard.cli.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sample with one fault planted into its text, as {@code broken.tsv} says: ⏎ stands for a line
 * break there.
 *
 * @param sandbox the errcode that the sandbox refuses it with, or why it does not
 */
record Broken(
    String fault,
    String sample,
    String find,
    String put,
    String level,
    String rule,
    String pointer,
    int line,
    String sandbox) {

  static Stream<Broken> all() throws IOException {
    try (InputStream table = Broken.class.getResourceAsStream("broken.tsv")) {
      List<String> lines =
          new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      return lines.stream().map(line -> of(line.split("\t", -1)));
    }
  }

  boolean refused() {
    return sandbox.matches("\\d+");
  }

  /** Writes the broken definition into a folder. */
  Path in(Path folder) {
    try {
      String good = Files.readString(Path.of("samples", sample + ".json"));
      String old = find.replace('⏎', '\n');
      int at = good.indexOf(old);
      assertThat(at).as(fault).isNotNegative();
      String bad =
          good.substring(0, at) + put.replace('⏎', '\n') + good.substring(at + old.length());
      return Files.writeString(folder.resolve("broken.json"), bad);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return fault;
  }

  private static Broken of(String[] cells) {
    return new Broken(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        cells[6],
        Integer.parseInt(cells[7]),
        cells[8]);
  }
}
