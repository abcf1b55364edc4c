package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows whose sandbox it is and how much is in it, or how much of WeChat's interface it plays. */
@Command(
    name = "status",
    description = "Show the sandbox's account, its time and what is in it.",
    footer = {
      "",
      "Examples:",
      "  wxcard sandbox status",
      "  wxcard sandbox status --coverage --jq '.endpoints[] | select(.coverage != \"complete\")'"
    })
final class SandboxStatusCommand extends SandboxVerb {
  @Option(
      names = "--coverage",
      description = "Show WeChat's endpoints instead, and how much of each the sandbox plays.")
  boolean coverage;

  @Override
  Result call(SandboxApi sandbox) {
    return coverage
        ? new CoverageReport(SandboxFacts.of(sandbox.get("/sandbox/coverage")).json())
        : SandboxFacts.of(sandbox.get("/sandbox/status"));
  }
}
