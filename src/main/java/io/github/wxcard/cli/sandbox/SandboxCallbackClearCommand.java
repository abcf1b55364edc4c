package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;

/** Lets events go nowhere. */
@Command(
    name = "clear",
    description = "Remove the callback address; what still waits for delivery is not sent.",
    footer = {"", "Example:", "  wxcard sandbox callback clear"})
final class SandboxCallbackClearCommand extends SandboxApiCommand {
  @Override
  CommandResult call(SandboxApi sandbox) {
    return SandboxCallbackCommand.shown(
        sandbox.post("/sandbox/callback", Json.object().putNull("url")));
  }
}
