package io.github.wxcard.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** How much of a long test is run, by what chance, and where its one line goes. */
final class Trial {
  private static final Path LINES = Path.of("target", "checked", "trust");

  private Trial() {}

  /** What every choice of a run follows from. */
  static long seed() {
    return Long.getLong("wxcard.seed", 20261125L);
  }

  /** A source of choices; another salt makes others of the same seed. */
  static Random random(String salt) {
    return new Random(seed() * 31 + salt.hashCode());
  }

  /** Whether everything is run, or only a sample. */
  static boolean full() {
    return Boolean.getBoolean("wxcard.full");
  }

  /** Keeps what a test has to say of itself in one line. */
  static void tell(String file, String line) throws IOException {
    Files.createDirectories(LINES);
    Files.writeString(LINES.resolve(file), line + "\n");
  }
}
