package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** The sandbox: running it for other programs, and its user's and reviewer's side. */
@Command(
    name = "sandbox",
    description = {
      "A local server that behaves as WeChat's card API does, with its own test account.",
      "",
      "serve keeps it running for other programs; exec runs a command, such as tests, beside one"
          + " of",
      "its own. The other verbs act on the sandbox that the profile or WXCARD_API_BASE names when",
      "that is a sandbox's, else on the built-in one's database, which a running serve shares.",
      "",
      "With --strict, serve and exec take every rule that only one report or one edition of",
      "WeChat's documentation knows. Refused are then, too: fields that nobody knows and updates"
          + " of",
      "fields that nobody saw changed (47001), web pages behind a coupon's entries (73211), member",
      "cards at code/consume (40071), QR codes with a code of a card that hands out imported ones",
      "(40053)."
    })
public final class SandboxCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SandboxServeCommand.class,
        SandboxWaitCommand.class,
        SandboxStatusCommand.class,
        SandboxExecCommand.class,
        SandboxEnvCommand.class,
        SandboxApproveCommand.class,
        SandboxRejectCommand.class,
        SandboxScanCommand.class,
        SandboxAddcardCommand.class,
        SandboxClockCommand.class,
        SandboxFaultCommand.class,
        SandboxJournalCommand.class,
        SandboxExportCommand.class,
        SandboxCallbackCommand.class,
        SandboxEventsCommand.class,
        SandboxGiftCommand.class,
        SandboxAcceptCommand.class,
        SandboxReturnCommand.class,
        SandboxRemoveCommand.class,
        SandboxViewCommand.class,
        SandboxOpenCommand.class,
        SandboxUsersCommand.class,
        SandboxActivateCommand.class,
        SandboxResetCommand.class);
  }
}
