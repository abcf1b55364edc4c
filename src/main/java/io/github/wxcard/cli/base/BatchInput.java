package io.github.wxcard.cli.base;

import io.github.wxcard.batch.BatchIdentity;
import io.github.wxcard.batch.BatchTask;
import io.github.wxcard.batch.InputSnapshot;
import io.github.wxcard.batch.Journal;
import io.github.wxcard.batch.Journal.StartMode;
import io.github.wxcard.batch.JournalFolder;
import io.github.wxcard.batch.JournalFolder.JournalState;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of codes that a batch works through, or standard input, and what is known of it. */
final class BatchInput {
  private final CommandContext context;
  private final String from;
  private final JournalFolder folder;

  /**
   * @param from a file's name, or {@code -}
   */
  BatchInput(CommandContext context, String from) {
    this.context = context;
    this.from = from;
    this.folder = new JournalFolder(context.environment());
  }

  InputStream open() throws IOException {
    if (from.equals(CommandInput.STANDARD)) {
      return context.console().in();
    }
    if (!Files.exists(path())) {
      throw unusable("it does not exist", null);
    }
    if (Files.isDirectory(path())) {
      throw unusable("it is a folder", null);
    }
    return Files.newInputStream(path());
  }

  /** A copy of it that nobody changes while the batch works through it. */
  InputSnapshot snapshot(InputStream opened) {
    return folder.snapshot(opened, from);
  }

  /**
   * The journal of the batch; a failure when it cannot be begun or gone on with as asked.
   *
   * @param cardId the card that is named, or null
   * @param account under which its tokens are kept
   */
  Journal journal(
      BatchTask task, String cardId, InputSnapshot snapshot, String account, StartMode start) {
    boolean irreversible = task.irreversible();
    BatchIdentity identity =
        new BatchIdentity(
            task.command(),
            isFile() ? path().toAbsolutePath().normalize().toString() : CommandInput.STANDARD,
            snapshot.digest(),
            account,
            task.oneCard() ? cardId : "");
    if (start == StartMode.RESUME) {
      confirm(folder.earlierRun(identity, snapshot.lines()), irreversible);
    }
    return context.options().dryRun
        ? folder.openReadOnly(identity, cardId, snapshot.lines(), start, irreversible)
        : folder.open(identity, cardId, snapshot.lines(), start, irreversible);
  }

  /** Asks before {@code --resume} begins anew where somebody may think that it goes on. */
  private void confirm(JournalState earlier, boolean irreversible) {
    String input = CommandInput.name(from);
    switch (earlier) {
      case SAME_CONTENT -> {}
      case NONE ->
          context.note("No earlier run over " + input + " with this content is known: it begins.");
      case OTHER_CONTENT ->
          ask(
              input + " has changed since an earlier run",
              "work through it as it is now",
              irreversible
                  ? "codes that an earlier run has done are known and not sent again"
                  : "what an earlier run has done may be done again, and changes nothing");
      case DAMAGED ->
          ask(
              "the journal of the earlier run over " + input + " is damaged",
              "go on with what it still tells",
              irreversible
                  ? "every code of which it does not tell is looked up before it is sent"
                  : "what it does not tell of is done again");
    }
  }

  private void ask(String what, String deed, String consequence) {
    if (!context.console().terminal().inTerminal() || context.options().dryRun) {
      throw Failure.of(
          FailureKind.USAGE,
          what + "; nothing was sent",
          "Give --restart in place of --resume to " + deed + ": " + consequence + ".");
    }
    context.console().say(what + ": " + consequence + ".");
    Confirmation.demand(context, false, deed);
  }

  /** How to go on with a batch that was stopped. */
  String howToGoOn() {
    return isFile()
        ? "Go on with --resume, which repeats nothing that is done."
        : "Go on with --resume and the same input piped in again; nothing done is repeated.";
  }

  /** A pipe of the shell's making has another name every time. */
  private boolean isFile() {
    return !from.equals(CommandInput.STANDARD) && Files.isRegularFile(path());
  }

  private Path path() {
    return context.environment().resolve(from);
  }

  Failure unusable(String why, IOException cause) {
    return Failure.of(
            FailureKind.INPUT,
            CommandInput.name(from) + " cannot be used: " + why,
            "Name a file with one code a line, or - for standard input.")
        .causedBy(cause);
  }
}
