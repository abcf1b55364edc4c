package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;

/** Ends all faults. */
@Command(
    name = "clear",
    description = "End every fault and quota.",
    footer = {"", "Example:", "  wxcard sandbox fault clear"})
final class SandboxFaultClearCommand extends SandboxApiCommand {
  @Override
  CommandResult call(SandboxApi sandbox) {
    return facts(sandbox.delete("/sandbox/faults"));
  }
}
