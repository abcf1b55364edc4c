package io.github.wxcard.packaged;

import io.github.wxcard.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A process as a user starts it, with exactly the environment a test gives it. */
final class Script {
  static final Path PROJECT = Path.of("").toAbsolutePath();
  static final Path WXCARD = PROJECT.resolve("scripts/wxcard");

  /**
   * Shared by all tests, so that the class archive is made once, and that nobody writes into a
   * test's folder while it is removed.
   */
  private static final Path CACHE = PROJECT.resolve("target/checked/cache");

  private final Path program;
  private final Map<String, String> variables = new TreeMap<>();
  private Path folder = PROJECT;

  private Script(Path program) {
    this.program = program;
    variables.put("PATH", System.getenv("PATH"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("XDG_CACHE_HOME", CACHE.toString());
  }

  /** The program through its launcher, with a home folder of its own. */
  static Script wxcard(Path home) {
    return new Script(WXCARD).with("HOME", home.toString());
  }

  static Script of(Path program) {
    return new Script(program);
  }

  Script with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Script without(String variable) {
    variables.remove(variable);
    return this;
  }

  Script from(Path otherFolder) {
    folder = otherFolder;
    return this;
  }

  Run run(String... words) {
    try {
      Process process = start(words);
      process.getOutputStream().close();
      return finish(process, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Run finish(Process process, String... words) throws IOException {
    Path err = Files.createTempFile("err", ".txt");
    Thread reader =
        new Thread(
            () -> {
              try (InputStream in = process.getErrorStream()) {
                Files.write(err, in.readAllBytes());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    reader.start();
    try {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      reader.join();
      return new Run(String.join(" ", words), process.waitFor(), out, Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      Files.delete(err);
    }
  }

  Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder.start();
  }
}
