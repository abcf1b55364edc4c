package io.github.wxcard.batch;

import io.github.wxcard.config.Environment;
import io.github.wxcard.config.FileTrust;
import io.github.wxcard.config.Privacy;
import io.github.wxcard.config.UntrustedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where journals lie: {@code $XDG_STATE_HOME/wxcard/batches}, for their owner alone. */
public final class JournalFolder {
  private final Path folder;
  private final Environment environment;

  public JournalFolder(Environment environment) {
    this.environment = environment;
    this.folder = environment.folder("XDG_STATE_HOME", ".local/state").resolve("wxcard/batches");
  }

  /** A copy of an input, until it is closed; a failure when the input cannot be read. */
  public InputSnapshot spool(InputStream in, String name) {
    create();
    long number = environment.random().nextLong() >>> 1;
    return InputSnapshot.of(in, folder.resolve("input-" + Long.toString(number, 36)), name);
  }

  /** What is known of an earlier run of a batch that has so many lines. */
  public ResumeState resumeState(BatchIdentity batchIdentity, int lines) {
    Path own = folder.resolve(batchIdentity.fileName());
    checkTrust(own);
    try {
      if (Files.exists(own)) {
        JournalReplay journalReplay = Past.read(own, lines);
        if (journalReplay.end == 0 || Journal.isDamaged(journalReplay, batchIdentity)) {
          return ResumeState.DAMAGED;
        }
        if (journalReplay.begun || journalReplay.finished) {
          return ResumeState.SAME;
        }
      }
      return new Journals(folder, batchIdentity).haveOtherContent()
          ? ResumeState.OTHER_CONTENT
          : ResumeState.NONE;
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
  public Ledger journal(
      BatchIdentity batchIdentity, String cardId, int lines, Start start, boolean byCode) {
    create();
    checkTrust(folder.resolve(batchIdentity.fileName()));
    JournalFile file = JournalFile.open(folder.resolve(batchIdentity.fileName()));
    try {
      OldJournals.sweep(folder, file.path(), environment.clock().instant());
      return Journal.open(
          file, batchIdentity, cardId, lines, start, earlierRuns(batchIdentity, start, byCode));
    } catch (IOException e) {
      file.close();
      throw JournalFile.broken(folder, e);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * What a dry run can know of a batch: nothing is written, and a failure is as for the journal.
   */
  public Ledger past(
      BatchIdentity batchIdentity, String cardId, int lines, Start start, boolean byCode) {
    Path own = folder.resolve(batchIdentity.fileName());
    checkTrust(own);
    try {
      return Past.open(own, cardId, lines, start, earlierRuns(batchIdentity, start, byCode));
    } catch (IOException e) {
      throw JournalFile.broken(folder, e);
    }
  }

  private EarlierRuns earlierRuns(BatchIdentity batchIdentity, Start start, boolean byCode)
      throws IOException {
    EarlierRuns runs = EarlierRuns.none();
    if (byCode && start != Start.AFRESH) {
      for (Path journal : new Journals(folder, batchIdentity).others()) {
        runs.read(journal);
      }
    }
    return runs;
  }

  /** What a journal says decides what is sent: only one that nobody else can write is read. */
  private static void checkTrust(Path journal) {
    try {
      FileTrust.check(journal);
    } catch (UntrustedFileException e) {
      throw e.failure("the journal " + journal);
    } catch (IOException e) {
      throw JournalFile.broken(journal, e);
    }
  }

  private void create() {
    try {
      Files.createDirectories(folder, Privacy.ownerOnly(folder, Privacy.FOLDER));
    } catch (IOException e) {
      throw JournalFile.broken(folder, e);
    }
  }
}
