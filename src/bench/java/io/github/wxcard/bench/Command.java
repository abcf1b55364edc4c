package io.github.wxcard.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command line that is run as a process of its own, with nothing on its standard streams. */
final class Command {
  private static final long LONGEST_SECONDS = 900;
  private static final long BETWEEN_LOOKS_MILLIS = 2;

  private final List<String> words;
  private final Map<String, String> variables;
  private final File input;

  private Command(List<String> words, Map<String, String> variables, File input) {
    this.words = words;
    this.variables = variables;
    this.input = input;
  }

  static Command of(Map<String, String> variables, List<String> words) {
    return new Command(words, variables, new File("/dev/null"));
  }

  Command and(String... more) {
    List<String> longer = new ArrayList<>(words);
    longer.addAll(List.of(more));
    return new Command(longer, variables, input);
  }

  Command with(String name, String value) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.put(name, value);
    return new Command(words, changed, input);
  }

  Command reading(Path file) {
    return new Command(words, variables, file.toFile());
  }

  /** From the start of the process to its end, in milliseconds. */
  double millis() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start();
    end(process);
    return (System.nanoTime() - start) / 1e6;
  }

  /** The most memory it had in use, in MiB, looked at all the while. */
  double peakMebibytes() throws IOException, InterruptedException {
    Process process = start();
    long most = 0;
    while (!process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
      most = Math.max(most, peakKibibytes(process.pid()));
    }
    end(process);
    return most / 1024.0;
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(variables);
    builder.redirectInput(input);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private void end(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", words) + " does not end");
    }
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", words) + " ended with exit " + process.exitValue());
    }
  }

  private static long peakKibibytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException gone) {
      return 0;
    }
    return 0;
  }
}
