package io.github.wxcard.cli.sandbox;

import io.github.wxcard.client.SandboxApi;
import picocli.CommandLine.Command;

/** Shows where events go. */
@Command(
    name = "show",
    description = "Show the callback address and its mode; secrets are masked.",
    footer = {"", "Example:", "  wxcard sandbox callback show --json"})
final class SandboxCallbackShowCommand extends SandboxVerb {
  @Override
  ShownCallback call(SandboxApi sandbox) {
    return ShownCallback.of(sandbox.get("/sandbox/callback"));
  }
}
