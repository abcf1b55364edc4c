package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.batch.Journal.StartMode;
import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.FileTrust;
import io.github.wxcard.text.OwnerOnlyFiles;
import io.github.wxcard.text.UntrustedFileException;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where journals lie: {@code $XDG_STATE_HOME/wxcard/batches}, for their owner alone. */
public final class JournalFolder {
  private final Path folder;
  private final Environment environment;

  /** What is known of an earlier run of a batch. */
  public enum EarlierRun {
    NONE,
    SAME_CONTENT,
    /** The input has been changed since. */
    OTHER_CONTENT,
    /** Its journal cannot be relied upon. */
    DAMAGED
  }

  public JournalFolder(Environment environment) {
    this.environment = environment;
    this.folder = environment.folder("XDG_STATE_HOME", ".local/state").resolve("wxcard/batches");
  }

  /** A copy of an input, until it is closed; a failure when the input cannot be read. */
  public InputSnapshot snapshot(InputStream in, String name) {
    create();
    long number = environment.random().nextLong() >>> 1;
    return InputSnapshot.of(in, folder.resolve("input-" + Long.toString(number, 36)), name);
  }

  /** What is known of an earlier run of a batch that has so many lines. */
  public EarlierRun earlierRun(BatchIdentity identity, int lines) {
    Path own = folder.resolve(identity.fileName());
    checkTrust(own);
    try {
      if (Files.exists(own)) {
        JournalReplay replay = JournalReplay.of(own, lines);
        if (replay.end == 0 || replay.isDamaged(identity)) {
          return EarlierRun.DAMAGED;
        }
        if (replay.begun || replay.finished) {
          return EarlierRun.SAME_CONTENT;
        }
      }
      for (Path journal : others(identity)) {
        if (identity.isOtherContent(header(journal))) {
          return EarlierRun.OTHER_CONTENT;
        }
      }
      return EarlierRun.NONE;
    } catch (IOException e) {
      throw JournalFile.broken(folder, e);
    }
  }

  /**
   * The journal of a batch; a failure when somebody else has it, or when the last run is not
   * finished and {@code start} does not say what to do about that.
   *
   * @param cardId the card the command names, or null
   * @param byCode whether what other runs have done to a code need not be done again
   */
  public Journal open(
      BatchIdentity identity, String cardId, int lines, StartMode start, boolean byCode) {
    create();
    checkTrust(folder.resolve(identity.fileName()));
    JournalFile file = JournalFile.open(folder.resolve(identity.fileName()));
    try {
      JournalCleanup.removeExpired(folder, file.path(), environment.clock().instant());
      return Journal.open(
          file, identity, cardId, lines, start, earlierRuns(identity, start, byCode));
    } catch (IOException e) {
      file.close();
      throw JournalFile.broken(folder, e);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * What a dry run can know of a batch: nothing is written, and a failure is as for {@link #open}.
   */
  public Journal openReadOnly(
      BatchIdentity identity, String cardId, int lines, StartMode start, boolean byCode) {
    Path own = folder.resolve(identity.fileName());
    checkTrust(own);
    try {
      return Journal.readOnly(own, cardId, lines, start, earlierRuns(identity, start, byCode));
    } catch (IOException e) {
      throw JournalFile.broken(folder, e);
    }
  }

  private EarlierRuns earlierRuns(BatchIdentity identity, StartMode start, boolean byCode)
      throws IOException {
    EarlierRuns runs = new EarlierRuns();
    if (byCode && start != StartMode.AFRESH) {
      for (Path journal : others(identity)) {
        runs.read(journal);
      }
    }
    return runs;
  }

  /** Of other runs of the command on the account that have sent something, as far as readable. */
  private List<Path> others(BatchIdentity identity) throws IOException {
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

  /** What is in the first record; nothing when nothing was sent after it was written. */
  private static ObjectNode header(Path journal) {
    try (InputStream in = new BufferedInputStream(new FileInputStream(journal.toFile()))) {
      JournalRecord first = JournalRecord.read(in, 0);
      JournalRecord next = first == null ? null : JournalRecord.read(in, first.end());
      ObjectNode header = next == null || next.isFinish() ? null : first.header();
      return header == null ? Json.object() : header;
    } catch (IOException unreadable) {
      return Json.object();
    }
  }

  /** What a journal says decides what is sent: only one that nobody else can write is read. */
  private static void checkTrust(Path journal) {
    try {
      FileTrust.check(journal);
    } catch (UntrustedFileException e) {
      throw Failure.untrusted("the journal " + journal, e);
    } catch (IOException e) {
      throw JournalFile.broken(journal, e);
    }
  }

  private static boolean isTrusted(Path journal) {
    try {
      FileTrust.check(journal);
      return true;
    } catch (IOException untrusted) {
      return false;
    }
  }

  private void create() {
    try {
      Files.createDirectories(folder, OwnerOnlyFiles.ownerOnly(folder, OwnerOnlyFiles.FOLDER));
    } catch (IOException e) {
      throw JournalFile.broken(folder, e);
    }
  }
}
