package io.github.wxcard.cli;

import io.github.wxcard.client.SandboxApi;
import picocli.CommandLine.Command;

/** Shows whose sandbox it is and how much is in it. */
@Command(name = "status", description = "Show the sandbox's account, its time and what is in it.")
final class SandboxStatusCommand extends SandboxVerb<SandboxFacts> {
  @Override
  SandboxFacts call(SandboxApi sandbox) {
    return SandboxFacts.of(sandbox.get("/sandbox/status"));
  }
}
