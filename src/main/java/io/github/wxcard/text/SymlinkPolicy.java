package io.github.wxcard.text;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Secrets are not read or written through a symbolic link that somebody else could point elsewhere.
 * A link is fine when it, and the folder it lies in, can be changed only by this user or by root.
 */
final class SymlinkPolicy {
  private static final int ROOT = 0;
  private static final int GROUP_OR_OTHERS_WRITE = 0022;
  private static final int STICKY = 01000;
  private static final int LONGEST_CHAIN = 40;

  private SymlinkPolicy() {}

  /** The first link on the way to {@code path} that others can change, if there is one. */
  static Optional<Path> untrusted(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    if (!OwnerOnlyFiles.knowsOwners(path) || straight(absolute)) {
      return Optional.empty();
    }
    return untrusted(absolute, LONGEST_CHAIN);
  }

  /** The usual case, in one question to the system: no link on the way at all. */
  private static boolean straight(Path absolute) throws IOException {
    Path existing = absolute;
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    return existing == null
        || (Files.exists(existing) && existing.toRealPath().equals(existing.normalize()));
  }

  private static Optional<Path> untrusted(Path absolute, int linksLeft) throws IOException {
    if (linksLeft == 0) {
      throw new FileSystemLoopException(absolute.toString());
    }
    Path walked = absolute.getRoot();
    for (Path step : absolute) {
      Path next = walked.resolve(step);
      if (Files.isSymbolicLink(next)) {
        if (changeableByOthers(next, walked)) {
          return Optional.of(next);
        }
        Path target = walked.resolve(Files.readSymbolicLink(next));
        Optional<Path> further = untrusted(target, linksLeft - 1);
        if (further.isPresent()) {
          return further;
        }
      }
      walked = next;
    }
    return Optional.empty();
  }

  private static boolean changeableByOthers(Path link, Path folder) throws IOException {
    int mode = (Integer) Files.getAttribute(folder, "unix:mode");
    boolean othersWrite = (mode & GROUP_OR_OTHERS_WRITE) != 0 && (mode & STICKY) == 0;
    return othersWrite
        || !ours(OwnerOnlyFiles.owner(link, LinkOption.NOFOLLOW_LINKS))
        || !ours(OwnerOnlyFiles.owner(folder));
  }

  /** Whether this user or root is the owner. */
  static boolean ours(int owner) throws IOException {
    return owner == ROOT || owner == user();
  }

  /** The number of this process's user. */
  static int user() throws IOException {
    Path ofThisProcess = Path.of("/proc/self");
    return OwnerOnlyFiles.owner(
        Files.exists(ofThisProcess) ? ofThisProcess : Path.of(System.getProperty("user.home")));
  }
}
