package io.github.wxcard.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JDKs of this machine that the program must run on. */
public final class Jdks {
  private Jdks() {}

  /** The running one, and newer ones that lie beside it; a JDK reached by two names counts once. */
  public static List<Path> all() throws IOException {
    Path running = Path.of(System.getProperty("java.home")).toRealPath();
    List<Path> found = new ArrayList<>(List.of(running));
    try (Stream<Path> beside = Files.list(running.getParent())) {
      for (Path jdk : beside.sorted().toList()) {
        Path real = jdk.toRealPath();
        if (version(real) > Runtime.version().feature() && !found.contains(real)) {
          found.add(real);
        }
      }
    }
    return found;
  }

  private static int version(Path jdk) throws IOException {
    Path release = jdk.resolve("release");
    if (!Files.isExecutable(jdk.resolve("bin/java")) || !Files.isRegularFile(release)) {
      return 0;
    }
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("JAVA_VERSION=\""))
        .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }
}
