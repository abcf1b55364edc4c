package io.github.wxcard.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Who may read what holds secrets: its owner, where the file system knows owners. */
public final class OwnerOnlyFiles {
  public static final String FILE = "rw-------";
  public static final String FOLDER = "rwx------";

  private OwnerOnlyFiles() {}

  /** The attributes for creating something at {@code path} that only its owner may use. */
  public static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return knowsOwners(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** The permissions in {@code ls} form when group or others have any, else empty. */
  public static Optional<String> exposure(Path path) throws IOException {
    if (!knowsOwners(path) || !Files.exists(path)) {
      return Optional.empty();
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    boolean exposed =
        permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"));
    return exposed ? Optional.of(PosixFilePermissions.toString(permissions)) : Optional.empty();
  }

  /** The number of the user who owns a path. */
  public static int owner(Path path, LinkOption... options) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", options);
  }

  /** Whether the file system has owners and permissions. */
  public static boolean knowsOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
