package io.github.wxcard.batch;

import io.github.wxcard.batch.Journal.StartMode;
import io.github.wxcard.config.Environment;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.FileTrust;
import io.github.wxcard.text.OwnerOnlyFiles;
import io.github.wxcard.text.UntrustedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where journals lie: {@code $XDG_STATE_HOME/wxcard/batches}, for their owner alone. */
public final class JournalFolder {
  private final Path folder;
  private final Environment environment;

  /** What is known of an earlier run of a batch. */
  public enum JournalState {
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
  public JournalState earlierRun(BatchIdentity identity, int lines) {
    Path own = checkTrust(identity);
    try {
      if (Files.exists(own)) {
        JournalReplay replay = JournalReplay.of(own, lines);
        if (replay.end == 0 || replay.isDamaged(identity)) {
          return JournalState.DAMAGED;
        }
        if (replay.begun || replay.finished) {
          return JournalState.SAME_CONTENT;
        }
      }
      return ResultsOfEarlierRuns.areOverOtherContent(folder, identity)
          ? JournalState.OTHER_CONTENT
          : JournalState.NONE;
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
    Path own = checkTrust(identity);
    JournalFile file = JournalFile.open(own);
    try {
      JournalCleanup.removeExpired(folder, own, environment.clock().instant());
      return open(file, identity, cardId, lines, start, earlierRuns(identity, start, byCode));
    } catch (IOException e) {
      file.close();
      throw JournalFile.broken(folder, e);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static Journal open(
      JournalFile file,
      BatchIdentity identity,
      String cardId,
      int lines,
      StartMode start,
      ResultsOfEarlierRuns earlier)
      throws IOException {
    JournalReplay replay = file.replay(lines);
    boolean emptied = file.isEmptied();
    if (replay.isDamaged(identity) || (emptied && start != StartMode.AFRESH)) {
      refuseDamaged(file, start);
      String card = cardId == null ? replay.cardId() : cardId;
      file.mend(identity.header(card), lines);
      return Journal.writing(file, file.replay(lines), card, earlier);
    }
    if (replay.isResumed(start)) {
      return Journal.writing(file, replay, replay.sameCard(cardId), earlier);
    }
    file.begin(identity.header(cardId));
    return Journal.writing(file, new JournalReplay(lines), cardId, earlier);
  }

  private static void refuseDamaged(JournalFile file, StartMode start) {
    if (start == StartMode.AFRESH) {
      throw Failure.of(
          FailureKind.INPUT,
          "the journal of an earlier run of this batch is damaged; nothing was sent",
          "Give --restart to have every code looked up of which it does not tell: " + file.path());
    }
  }

  /**
   * What a dry run can know of a batch: nothing is written, and a failure is as for {@link #open}.
   */
  public Journal openReadOnly(
      BatchIdentity identity, String cardId, int lines, StartMode start, boolean byCode) {
    Path own = checkTrust(identity);
    try {
      ResultsOfEarlierRuns earlier = earlierRuns(identity, start, byCode);
      JournalReplay replay = JournalReplay.of(own, lines);
      if (replay.isResumed(start)) {
        String card = replay.sameCard(cardId);
        return Journal.readOnly(JournalFile.reading(own), replay, card, earlier);
      }
      return Journal.readOnly(null, new JournalReplay(lines), cardId, earlier);
    } catch (IOException e) {
      throw JournalFile.broken(folder, e);
    }
  }

  private ResultsOfEarlierRuns earlierRuns(BatchIdentity identity, StartMode start, boolean byCode)
      throws IOException {
    return byCode && start != StartMode.AFRESH
        ? ResultsOfEarlierRuns.of(folder, identity)
        : new ResultsOfEarlierRuns();
  }

  /** What a journal says decides what is sent: only one that nobody else can write is read. */
  private Path checkTrust(BatchIdentity identity) {
    Path journal = folder.resolve(identity.fileName());
    try {
      FileTrust.check(journal);
      return journal;
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
