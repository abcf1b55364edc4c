package io.github.wxcard.repl;

import io.github.wxcard.text.FileTrust;
import io.github.wxcard.text.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The lines typed in earlier sessions, readable by their owner only, without those that leak. */
final class HistoryFile {
  /** Lines kept when the file is read; twice as many may gather before it is cut back. */
  static final int MOST = 1000;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString(OwnerOnlyFiles.FILE);

  private final Path file;
  private final Predicate<String> holdsSecret;

  HistoryFile(Path file, Predicate<String> holdsSecret) {
    this.file = file;
    this.holdsSecret = holdsSecret;
  }

  /** The newest lines, the oldest of them first; none when there is no file yet. */
  List<String> read() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    FileTrust.check(file);
    List<String> all =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    List<String> newest = all.subList(Math.max(0, all.size() - MOST), all.size());
    if (all.size() > 2 * MOST) {
      replace(newest);
    }
    return newest;
  }

  /** Adds a line, unless a secret stands in it or it cannot be kept as one line. */
  void add(String line) throws IOException {
    if (line.isBlank() || line.contains("\n") || holdsSecret.test(line)) {
      return;
    }
    open();
    Files.writeString(file, line.strip() + "\n", StandardOpenOption.APPEND);
  }

  private void open() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder, OwnerOnlyFiles.ownerOnly(folder, OwnerOnlyFiles.FOLDER));
    FileTrust.check(file);
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.createFile(file, OwnerOnlyFiles.ownerOnly(file, OwnerOnlyFiles.FILE));
    } else if (OwnerOnlyFiles.knowsOwners(file)
        && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }

  private void replace(List<String> lines) throws IOException {
    open();
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
