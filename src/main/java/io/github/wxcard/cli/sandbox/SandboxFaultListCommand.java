package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;

/** Shows the faults that are in force. */
@Command(
    name = "list",
    description = "Show the faults and quotas in force, the oldest first.",
    footer = {
      "",
      "A line is: id, path (or all), what it does, how often it still strikes.",
      "",
      "Example:",
      "  wxcard sandbox fault list --json"
    })
final class SandboxFaultListCommand extends SandboxApiCommand {
  @Override
  CommandResult call(SandboxApi sandbox) {
    JsonNode faults = sandbox.get("/sandbox/faults").path("faults");
    return new SandboxListing("faults", "", faults, SandboxFaultCommand::line);
  }
}
