package io.github.wxcard.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Files that nobody but this user or root can have written, as {@code ssh} wants its own. */
public final class FileTrust {
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
    if (!SymlinkPolicy.ours(owner)) {
      throw new UntrustedFileException(
          subject + "belongs to user " + owner + ", neither to you nor to root",
          "Look at what it says, then make it your own: chown %d %s"
              .formatted(SymlinkPolicy.user(), ShellWord.quoted(path.toString())));
    }
    boolean sticky = Files.isDirectory(path) && (permissions & STICKY) != 0;
    if ((permissions & GROUP_OR_OTHERS_WRITE) != 0 && !sticky) {
      throw new UntrustedFileException(
          subject + "can be changed by others",
          "Look at what it says, then make it your own: chmod %s %s"
              .formatted(mode, ShellWord.quoted(path.toString())));
    }
  }
}
