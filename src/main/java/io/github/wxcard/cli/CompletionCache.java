package io.github.wxcard.cli;

import io.github.wxcard.config.Environment;
import io.github.wxcard.text.Digests;
import io.github.wxcard.text.FileTrust;
import io.github.wxcard.text.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What completion has offered a moment ago, a small file for each question. Only a convenience:
 * what cannot be read or written is as if it had never been asked.
 */
final class CompletionCache {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Path folder;
  private final Environment environment;

  CompletionCache(Environment environment) {
    this.folder =
        environment.folder("XDG_CACHE_HOME", ".cache").resolve("wxcard").resolve("completion");
    this.environment = environment;
  }

  /** The answer to a question, while it is less than a minute old. */
  Optional<List<String>> get(String question) {
    try {
      FileTrust.check(file(question));
      List<String> lines = Files.readAllLines(file(question));
      Instant asked = Instant.ofEpochMilli(Long.parseLong(lines.get(0)));
      Duration age = Duration.between(asked, environment.clock().instant());
      return age.isNegative() || age.compareTo(FRESH) >= 0
          ? Optional.empty()
          : Optional.of(lines.subList(1, lines.size()));
    } catch (IOException | RuntimeException unusable) {
      return Optional.empty();
    }
  }

  /** Keeps an answer; nobody but the owner can read it. */
  void put(String question, List<String> answer) {
    try {
      Files.createDirectories(folder, OwnerOnlyFiles.ownerOnly(folder, OwnerOnlyFiles.FOLDER));
      FileTrust.check(file(question));
      Path draft = folder.resolve(UUID.randomUUID() + ".tmp");
      Files.createFile(draft, OwnerOnlyFiles.ownerOnly(draft, OwnerOnlyFiles.FILE));
      String asked = String.valueOf(environment.clock().instant().toEpochMilli());
      Files.writeString(draft, asked + "\n" + String.join("\n", answer));
      Files.move(draft, file(question), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException unwritable) {
      return;
    }
  }

  private Path file(String question) {
    return folder.resolve(Digests.sha256Hex(question).substring(0, 32));
  }
}
