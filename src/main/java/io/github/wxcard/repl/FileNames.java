package io.github.wxcard.repl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Completes the name of a file, folder by folder. */
record FileNames(Path workingFolder) {
  private static final int MOST = 500;

  /** Files and folders whose path begins so; a folder ends in a slash. */
  List<String> startingWith(String beginning) {
    int slash = beginning.lastIndexOf('/') + 1;
    String folder = beginning.substring(0, slash);
    String name = beginning.substring(slash);
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(workingFolder.resolve(folder))) {
      for (Path entry : entries) {
        String own = String.valueOf(entry.getFileName());
        boolean hidden = own.startsWith(".") && !name.startsWith(".");
        if (own.startsWith(name) && !hidden && found.size() < MOST) {
          found.add(folder + own + (Files.isDirectory(entry) ? "/" : ""));
        }
      }
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
    Collections.sort(found);
    return found;
  }
}
