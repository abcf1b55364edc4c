package io.github.wxcard.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The line that a run prints about a large set of tests when all is over. */
final class Summary {
  private static final Path FOLDER = Path.of("target/checked/trust");

  private Summary() {}

  static void write(String name, String line) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name + ".txt"), line + "\n");
  }
}
