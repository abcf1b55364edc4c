package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.FileTrust;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The journals of other runs of one command on one account. */
record Journals(Path folder, Identity identity) {
  /** Those whose runs have sent something; without what cannot be read. */
  List<Path> others() throws IOException {
    List<Path> others = new ArrayList<>();
    Path own = folder.resolve(identity.fileName());
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, identity.fileNames())) {
      for (Path journal : all) {
        if (!journal.equals(own) && isTrusted(journal) && identity.isAkin(header(journal))) {
          others.add(journal);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    return others;
  }

  /** Whether one of them is of the same input when that had another content. */
  boolean haveOtherContent() throws IOException {
    for (Path journal : others()) {
      if (identity.isOtherContent(header(journal))) {
        return true;
      }
    }
    return false;
  }

  /** The first line; no object when nothing was sent after it was written. */
  private static JsonNode header(Path journal) {
    try (BufferedReader lines = Files.newBufferedReader(journal, StandardCharsets.ISO_8859_1)) {
      String header = String.valueOf(lines.readLine());
      String next = lines.readLine();
      boolean begun = next != null && !next.equals(String.valueOf(History.FINISHED));
      byte[] utf8 = header.getBytes(StandardCharsets.ISO_8859_1);
      return begun ? Json.read(utf8) : Json.object();
    } catch (IOException unreadable) {
      return Json.object();
    }
  }

  /** What a journal says decides what is sent: only one that nobody else can write is read. */
  private static boolean isTrusted(Path journal) {
    try {
      FileTrust.check(journal);
      return true;
    } catch (IOException untrusted) {
      return false;
    }
  }
}
