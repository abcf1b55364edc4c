package io.github.wxcard.text;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files that nobody but this user or root can have written, as {@code ssh} wants its own. */
public final class FileTrust {
  private static final int ROOT = 0;
  private static final int GROUP_OR_OTHERS_WRITE = 0022;
  private static final int STICKY = 01000;

  private FileTrust() {}

  /**
   * Looks at a file and at its folder, as far as they exist.
   *
   * @throws UntrustedFileException when somebody else owns or can change one of them, or a link on
   *     the way
   */
  public static void check(Path file) throws IOException {
    if (!OwnerOnlyFiles.knowsOwners(file)) {
      return;
    }
    Optional<Path> link = SymlinkPolicy.untrusted(file);
    if (link.isPresent()) {
      throw new UntrustedFileException(
          "is reached through " + link.get() + ", a link that others can change",
          "Use a path without that link, or make the link and its folder your own.");
    }
    if (Files.exists(file)) {
      Path real = file.toRealPath();
      checkOwn(real, "", "600");
      checkFolder(real.getParent());
    } else if (Files.exists(file.toAbsolutePath().getParent())) {
      checkFolder(file.toAbsolutePath().getParent().toRealPath());
    }
  }

  private static void checkFolder(Path folder) throws IOException {
    if (folder == null) {
      return; // The root of the file system lies in none.
    }
    boolean ours = folder.endsWith("wxcard");
    checkOwn(folder, "lies in " + folder + ", which ", ours ? "700" : "go-w");
  }

  /**
   * @param mode what {@code chmod} should make of it
   */
  private static void checkOwn(Path path, String subject, String mode) throws IOException {
    Map<String, Object> seen = Files.readAttributes(path, "unix:uid,mode");
    int owner = (Integer) seen.get("uid");
    int permissions = (Integer) seen.get("mode");
    if (!ours(owner)) {
      throw new UntrustedFileException(
          subject + "belongs to user " + owner + ", neither to you nor to root",
          String.format(
              Locale.ROOT,
              "Look at what it says, then make it your own: chown %d %s",
              user(),
              ShellWord.quoted(path.toString())));
    }
    boolean sticky = Files.isDirectory(path) && (permissions & STICKY) != 0;
    if ((permissions & GROUP_OR_OTHERS_WRITE) != 0 && !sticky) {
      throw new UntrustedFileException(
          subject + "can be changed by others",
          "Look at what it says, then make it your own: chmod %s %s"
              .formatted(mode, ShellWord.quoted(path.toString())));
    }
  }

  /** Whether this user or root is the owner. */
  private static boolean ours(int owner) throws IOException {
    return owner == ROOT || owner == user();
  }

  /** The number of this process's user. */
  private static int user() throws IOException {
    Path ofThisProcess = Path.of("/proc/self");
    return OwnerOnlyFiles.owner(
        Files.exists(ofThisProcess) ? ofThisProcess : Path.of(System.getProperty("user.home")));
  }

  /**
   * Secrets are not read or written through a symbolic link that somebody else could point
   * elsewhere. A link is fine when it, and the folder it lies in, can be changed only by this user
   * or by root.
   */
  private static final class SymlinkPolicy {
    private static final int LONGEST_CHAIN = 40;

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
  }
}
