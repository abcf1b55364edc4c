package io.github.wxcard.cli.sandbox;

import picocli.CommandLine.Command;

/** The address that the sandbox pushes its events to. */
@Command(
    name = "callback",
    description = {
      "Set, show or remove the address that events are pushed to.",
      "",
      "A running `wxcard sandbox serve` delivers them, signed and if need be encrypted as WeChat",
      "does, up to four times each; `wxcard sandbox events` shows what became of them."
    },
    subcommands = {
      SandboxCallbackSetCommand.class,
      SandboxCallbackShowCommand.class,
      SandboxCallbackClearCommand.class
    })
final class SandboxCallbackCommand {}
