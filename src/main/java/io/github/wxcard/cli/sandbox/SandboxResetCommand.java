package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;

/** Empties the sandbox. */
@Command(
    name = "reset",
    description = "Forget every card, code, tester and token; the account stays.",
    footer = {"", "Example:", "  wxcard sandbox reset"})
final class SandboxResetCommand extends SandboxVerb<SandboxFacts> {
  @Override
  SandboxFacts call(SandboxApi sandbox) {
    return SandboxFacts.of(sandbox.post("/sandbox/reset", Json.object()));
  }
}
