package io.github.wxcard.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.AtomicFile;
import io.github.wxcard.text.FileTrust;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.OwnerOnlyFiles;
import io.github.wxcard.text.UntrustedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one file with profiles and cached tokens. Readers see either the old or the new content, and
 * a file that cannot be understood is never overwritten.
 */
public class ConfigFile {
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  private final Path path;
  private final Environment environment;
  private final Duration timeout;

  public ConfigFile(Path path, Environment environment) {
    this(path, environment, USUAL_TIMEOUT);
  }

  /**
   * @param timeout how long another process may keep it locked
   */
  ConfigFile(Path path, Environment environment, Duration timeout) {
    this.path = path.toAbsolutePath().normalize();
    this.environment = environment;
    this.timeout = timeout;
  }

  /** One that is no file, and gone with the process. */
  public static ConfigFile inMemory(Environment environment) {
    return new InMemoryConfigFile(environment);
  }

  /** {@code $XDG_CONFIG_HOME/wxcard/config.json}, else the same below {@code ~/.config}. */
  public static Path defaultPath(Environment environment) {
    return environment
        .folder("XDG_CONFIG_HOME", ".config")
        .resolve("wxcard")
        .resolve("config.json");
  }

  public Path path() {
    return path;
  }

  /** The whole tree; a missing file reads as an empty one. */
  public ObjectNode read() {
    try {
      return load().orElseGet(ConfigDocument::fresh);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** A failure, before there is anything to be written, when the file may not be written. */
  public void checkWritable() {
    try {
      destination();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Says that this file, which cannot be relied on or read, is left aside. */
  String leftAside(IOException e) {
    return e instanceof UntrustedFileException untrusted
        ? "config file %s is not used: it %s. %s"
            .formatted(path, e.getMessage(), untrusted.remedy())
        : "config file %s is not used, as it cannot be read: %s"
            .formatted(path, IoErrorMessage.of(e));
  }

  Failure unreadable(IOException e) {
    return e instanceof UntrustedFileException untrusted
        ? Failure.untrusted("config file " + path, untrusted)
        : unusable("cannot be read: " + IoErrorMessage.of(e), e);
  }

  /** Changes the tree while no other process reads it in order to change it. */
  public void update(Consumer<ObjectNode> change) {
    try {
      locked(
          () -> {
            ObjectNode tree = read();
            change.accept(tree);
            write(tree);
            return tree;
          });
    } catch (UntrustedFileException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw unusable("cannot be locked: " + IoErrorMessage.of(e), e);
    }
  }

  /** As {@link #holding}; a {@link Failure} when another process does not let go. */
  <T> T locked(Supplier<T> work) throws IOException {
    try {
      return holding(timeout, work);
    } catch (LockFile.Busy e) {
      throw Failure.of(
              FailureKind.NETWORK,
              "config file " + path + " is kept locked by another process",
              "Run the command again when that one has ended, or allow it more time with"
                  + " --timeout.")
          .retryable(true)
          .causedBy(e);
    }
  }

  /** Does the work under the lock that every writer takes. */
  <T> T holding(Duration timeout, Supplier<T> work) throws IOException {
    Path file = destination();
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    Files.createDirectories(
        file.getParent(), OwnerOnlyFiles.ownerOnly(file.getParent(), OwnerOnlyFiles.FOLDER));
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    return new LockFile(lock, environment.random()).holding(timeout, work);
  }

  /** Only while {@link #holding} the lock. */
  void write(ObjectNode tree) {
    try {
      AtomicFile.write(destination(), ConfigDocument.bytes(tree));
    } catch (IOException e) {
      throw unusable("cannot be written: " + IoErrorMessage.of(e), e);
    }
  }

  /** The tree, or empty when there is no file. */
  Optional<ObjectNode> load() throws IOException {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS) || !canHoldFile(path.getParent())) {
      return Optional.empty();
    }
    FileTrust.check(path);
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      // Reading a pipe would wait for a writer, for ever perhaps.
      throw new IOException("it is no regular file");
    }
    try {
      return Optional.of(ConfigDocument.read(Files.readAllBytes(path), path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Below something that is no folder, there is no file either. */
  private static boolean canHoldFile(Path folder) {
    Path existing = folder;
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    return existing == null || Files.isDirectory(existing) || Files.isSymbolicLink(existing);
  }

  /** Whether there is a file yet. */
  public boolean present() {
    return Files.exists(path);
  }

  /** What others may do with the file, in {@code ls} form; empty when it is private. */
  public Optional<String> exposure() {
    return exposure(path);
  }

  /** The same for the folder, where it is the program's own. */
  public Optional<String> folderExposure() {
    Path folder = path.getParent();
    return folder.endsWith("wxcard") ? exposure(folder) : Optional.empty();
  }

  private static Optional<String> exposure(Path path) {
    try {
      return OwnerOnlyFiles.exposure(path);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where the bytes really lie, so that replacing the file does not replace a link to it. */
  private Path destination() throws IOException {
    FileTrust.check(path);
    return Files.exists(path) ? path.toRealPath() : path;
  }

  private Failure unusable(String why, Throwable cause) {
    return ConfigDocument.unusable(path, why).causedBy(cause);
  }
}
