package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Confirmation;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
        ReviewCommand.SandboxApproveCommand.class,
        ReviewCommand.SandboxRejectCommand.class,
        ClaimCommand.SandboxScanCommand.class,
        ClaimCommand.SandboxAddcardCommand.class,
        SandboxClockCommand.class,
        SandboxFaultCommand.class,
        SandboxJournalCommand.class,
        SandboxExportCommand.class,
        SandboxCallbackCommand.class,
        SandboxEventsCommand.class,
        HeldCodeCommand.SandboxGiftCommand.class,
        HeldCodeCommand.SandboxAcceptCommand.class,
        HeldCodeCommand.SandboxReturnCommand.class,
        HeldCodeCommand.SandboxRemoveCommand.class,
        HeldCodeCommand.SandboxViewCommand.class,
        HeldCodeCommand.SandboxOpenCommand.class,
        SandboxUsersCommand.class,
        SandboxActivateCommand.class,
        SandboxResetCommand.class);
  }

  @Command(
      name = "users",
      description = "List the users by name, openid and number of cards in the wallet.",
      footer = {
        "",
        "Any name is a user: the openid is made when it is mentioned first, and stays the same.",
        "",
        "Example:",
        "  wxcard sandbox users --jq '.users[] | select(.name == \"usr1\") | .openid'"
      })
  static final class SandboxUsersCommand extends SandboxApiCommand {
    @Override
    CommandResult call(SandboxApi sandbox) {
      JsonNode users = sandbox.get("/sandbox/users").path("users");
      return new SandboxListing("users", "name openid cards", users, SandboxUsersCommand::line);
    }

    private static String line(JsonNode user) {
      return Document.members(user, "name", "openid", "cards").lines().get(0);
    }
  }

  @Command(
      name = "reset",
      description = "Forget every card, code, tester and token; the account stays.",
      footer = {
        "",
        "It cannot be undone; `wxcard sandbox export FILE` keeps the state. A terminal is asked"
            + " first;",
        "without one, --yes is needed.",
        "",
        "Example:",
        "  wxcard sandbox reset --yes"
      })
  static final class SandboxResetCommand extends SandboxApiCommand {
    @Option(
        names = {"-y", "--yes"},
        description = "Do not ask.")
    boolean yes;

    @Override
    CommandResult call(SandboxApi sandbox) {
      Confirmation.demand(context, yes, "forget everything in the sandbox " + place());
      return facts(sandbox.post("/sandbox/reset", Json.object()));
    }

    private String place() {
      return context.target().builtIn()
          ? context.program().sandbox().db().map(Path::toString).orElse("in memory")
          : "at " + context.target().apiBase();
    }
  }
}
