package io.github.wxcard.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.util.diff.DiffUtils;

/** A text that was looked at and found right; {@code -Dwxcard.approve=true} writes it anew. */
final class Approved {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""), "src/test/resources/io/github/wxcard/record")
          .toAbsolutePath();

  private static final int CONTEXT = 2;
  private static final int SHOWN = 60;

  private final Path file;

  Approved(String name) {
    file = FOLDER.resolve(name);
  }

  static Path folder() {
    return FOLDER;
  }

  String text() throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** Blocks begin with a line {@code $ …} and end before the next one. */
  void compare(String actual) throws IOException {
    if (Boolean.getBoolean("wxcard.approve")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
      return;
    }
    String expected = text();
    if (!expected.equals(actual)) {
      List<String> diff = diff(expected, actual);
      assertThat(String.join("\n", diff))
          .as("%s is not as approved: %d lines of difference", file.getFileName(), diff.size())
          .isEmpty();
    }
  }

  private static List<String> diff(String expected, String actual) {
    List<String> before = expected.lines().toList();
    List<String> diff =
        DiffUtils.generateUnifiedDiff(
            "approved", "now", before, DiffUtils.diff(before, actual.lines().toList()), CONTEXT);
    List<String> told = new ArrayList<>();
    for (String line : diff) {
      if (line.startsWith("@@")) {
        told.add(line + " in " + block(before, line));
      } else {
        told.add(line);
      }
    }
    return told.subList(0, Math.min(SHOWN, told.size()));
  }

  /** The command line that a place of the approved text belongs to. */
  private static String block(List<String> lines, String place) {
    int at = Integer.parseInt(place.replaceFirst("@@ -(\\d+).*", "$1")) + CONTEXT - 1;
    for (int i = Math.min(at, lines.size() - 1); i >= 0; i--) {
      if (lines.get(i).startsWith("$ ")) {
        return lines.get(i);
      }
    }
    return "the beginning";
  }
}
