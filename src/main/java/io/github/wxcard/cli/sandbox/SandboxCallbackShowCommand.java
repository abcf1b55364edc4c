package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;

/** Shows where events go. */
@Command(
    name = "show",
    description = "Show the callback address and its mode; secrets are masked.",
    footer = {"", "Example:", "  wxcard sandbox callback show --json"})
final class SandboxCallbackShowCommand extends SandboxApiCommand {
  @Override
  CommandResult call(SandboxApi sandbox) {
    return SandboxCallbackCommand.shown(sandbox.get("/sandbox/callback"));
  }
}
