package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Deadline;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Printer;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what was asked of a sandbox and what it answered. */
@Command(
    name = "journal",
    description = "Show the last 1,000 requests to the sandbox, and why some were refused.",
    footer = {
      "",
      "A line is: time, method, path -> HTTP status (or dropped), errcode and why. With --json an",
      "entry also has the query, both bodies (up to 4 KiB each, secrets masked) and the time it",
      "took. --follow ends when it is told to, or with exit 6 after --timeout.",
      "",
      "Examples:",
      "  wxcard sandbox journal --follow",
      "  wxcard sandbox journal --jq '.entries[] | select(.errcode) | .reason'"
    })
final class SandboxJournalCommand extends SandboxVerb {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
  private static final String FOLLOWING = "following the journal";

  @Option(
      names = "--follow",
      description = "Go on printing requests as they come; under --json one object a line.")
  boolean follow;

  @Override
  public boolean waits() {
    return follow;
  }

  @Override
  public boolean endsAtTimeout() {
    return true;
  }

  @Override
  CommandResult call(SandboxApi sandbox) {
    JournalPage page = after(sandbox, 0);
    if (!follow || context.options().dryRun) {
      return page;
    }
    Deadline deadline = context.deadline();
    Printer printer = context.printer();
    long last = 0;
    while (true) {
      for (JournalLine entry : page.entries()) {
        printer.row(entry);
        last = entry.id();
      }
      deadline.pause(BETWEEN_LOOKS, FOLLOWING);
      long seen = last;
      page = deadline.look(() -> after(sandbox, seen), FOLLOWING);
    }
  }

  private static JournalPage after(SandboxApi sandbox, long id) {
    return JournalPage.of(sandbox.get("/sandbox/journal", Map.of("after", Long.toString(id))));
  }
}
