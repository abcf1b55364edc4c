package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
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
final class SandboxStatusCommand extends SandboxApiCommand {
  @Option(
      names = "--coverage",
      description = "Show WeChat's endpoints instead, and how much of each the sandbox plays.")
  boolean coverage;

  @Override
  CommandResult call(SandboxApi sandbox) {
    return coverage
        ? new CoverageReport(Document.bare(sandbox.get("/sandbox/coverage")))
        : facts(sandbox.get("/sandbox/status"));
  }
}
