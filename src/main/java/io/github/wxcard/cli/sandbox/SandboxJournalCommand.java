package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.Deadline;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Printer;
import java.time.Duration;
import java.util.List;
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
final class SandboxJournalCommand extends SandboxApiCommand {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
  private static final String HEADING = "time request -> status errcode reason";
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
    JsonNode entries = after(sandbox, 0);
    if (!follow || context.options().dryRun) {
      return new SandboxListing("entries", HEADING, entries, SandboxJournalCommand::line);
    }
    Deadline deadline = context.deadline();
    Printer printer = context.printer();
    long last = 0;
    while (true) {
      for (JsonNode entry : entries) {
        printer.row(new Document(entry, List.of(line(entry))));
        last = entry.path("id").asLong();
      }
      deadline.pause(BETWEEN_LOOKS, FOLLOWING);
      long seen = last;
      entries = deadline.look(() -> after(sandbox, seen), FOLLOWING);
    }
  }

  private static JsonNode after(SandboxApi sandbox, long id) {
    return sandbox.get("/sandbox/journal", Map.of("after", Long.toString(id))).path("entries");
  }

  private static String line(JsonNode entry) {
    return "%s %s %s -> %s%s %s %s"
        .formatted(
            entry.path("time").asText(),
            entry.path("method").asText(),
            entry.path("path").asText(),
            entry.path("status").asInt() == 0 ? "dropped" : entry.path("status").asText(),
            entry.has("delayed_ms") ? " after " + entry.path("delayed_ms").asText() + "ms" : "",
            entry.path("errcode").asText(),
            entry.path("reason").asText())
        .replaceAll(" +", " ")
        .strip();
  }
}
