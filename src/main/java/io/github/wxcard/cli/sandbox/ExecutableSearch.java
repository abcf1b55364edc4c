package io.github.wxcard.cli.sandbox;

import io.github.wxcard.config.Environment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Looks for a program where a shell would, so that one that is missing ends as it does there. */
final class ExecutableSearch {
  static final int NOT_EXECUTABLE = 126;
  static final int NOT_FOUND = 127;

  private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

  private final Environment environment;

  ExecutableSearch(Environment environment) {
    this.environment = environment;
  }

  /** The exit code of a command that cannot be run; empty when it can. */
  OptionalInt trouble(String command) {
    List<Path> places = new ArrayList<>(places(command));
    places.removeIf(Files::notExists);
    if (places.isEmpty()) {
      return OptionalInt.of(NOT_FOUND);
    }
    return places.stream().anyMatch(ExecutableSearch::isProgram)
        ? OptionalInt.empty()
        : OptionalInt.of(NOT_EXECUTABLE);
  }

  private List<Path> places(String command) {
    try {
      if (command.isEmpty()) {
        return List.of();
      }
      if (command.contains(File.separator)) {
        return List.of(environment.resolve(command));
      }
      List<Path> places = new ArrayList<>();
      for (String folder :
          environment.variable("PATH").orElse(USUAL_PATH).split(File.pathSeparator, -1)) {
        places.add(environment.resolve(folder).resolve(command));
      }
      return places;
    } catch (InvalidPathException noFile) {
      return List.of();
    }
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
