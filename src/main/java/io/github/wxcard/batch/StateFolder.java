package io.github.wxcard.batch;

import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.text.FileTrust;
import io.github.wxcard.text.OwnerOnlyFiles;
import io.github.wxcard.text.UntrustedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where journals lie: {@code $XDG_STATE_HOME/wxcard/batches}, for their owner alone. */
public final class StateFolder {
  private final Path folder;
  private final Environment environment;

  public StateFolder(Environment environment) {
    this.environment = environment;
    this.folder = environment.folder("XDG_STATE_HOME", ".local/state").resolve("wxcard/batches");
  }

  /** A copy of an input, until it is closed; a failure when the input cannot be read. */
  public Spool spool(InputStream in, String name) {
    create();
    long number = environment.random().nextLong() >>> 1;
    return Spool.of(in, folder.resolve("input-" + Long.toString(number, 36)), name);
  }

  /** What is known of an earlier run of a batch that has so many lines. */
  public ResumeState resumeState(Identity identity, int lines) {
    Path own = folder.resolve(identity.fileName());
    checkTrust(own);
    try {
      if (Files.exists(own)) {
        History history = Past.read(own, lines);
        if (history.end == 0 || Journal.isDamaged(history, identity)) {
          return ResumeState.DAMAGED;
        }
        if (history.begun || history.finished) {
          return ResumeState.SAME;
        }
      }
      return new Journals(folder, identity).haveOtherContent()
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
  public Ledger journal(Identity identity, String cardId, int lines, Start start, boolean byCode) {
    create();
    checkTrust(folder.resolve(identity.fileName()));
    JournalFile file = JournalFile.open(folder.resolve(identity.fileName()));
    try {
      OldJournals.sweep(folder, file.path(), environment.clock().instant());
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
   * What a dry run can know of a batch: nothing is written, and a failure is as for the journal.
   */
  public Ledger past(Identity identity, String cardId, int lines, Start start, boolean byCode) {
    Path own = folder.resolve(identity.fileName());
    checkTrust(own);
    try {
      return Past.open(own, cardId, lines, start, earlierRuns(identity, start, byCode));
    } catch (IOException e) {
      throw JournalFile.broken(folder, e);
    }
  }

  private EarlierRuns earlierRuns(Identity identity, Start start, boolean byCode)
      throws IOException {
    EarlierRuns runs = EarlierRuns.none();
    if (byCode && start != Start.AFRESH) {
      for (Path journal : new Journals(folder, identity).others()) {
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
      throw Failure.untrusted("the journal " + journal, e);
    } catch (IOException e) {
      throw JournalFile.broken(journal, e);
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
