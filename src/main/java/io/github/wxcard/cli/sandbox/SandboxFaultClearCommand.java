package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import picocli.CommandLine.Command;

/** Ends all faults. */
@Command(
    name = "clear",
    description = "End every fault and quota.",
    footer = {"", "Example:", "  wxcard sandbox fault clear"})
final class SandboxFaultClearCommand extends SandboxVerb {
  @Override
  SandboxFacts call(SandboxApi sandbox) {
    return SandboxFacts.of(sandbox.delete("/sandbox/faults"));
  }
}
