package io.github.wxcard.cli.sandbox;

import picocli.CommandLine.Command;

/** Trouble on order. */
@Command(
    name = "fault",
    subcommands = {
      SandboxFaultAddCommand.class,
      SandboxFaultListCommand.class,
      SandboxFaultClearCommand.class
    },
    description = {
      "Make the sandbox's API fail as a busy network or platform does, and limit its calls.",
      "",
      "Faults are part of the state: whoever uses the same database meets them, at once. They",
      "never befall the sandbox's own paths under /sandbox/."
    })
final class SandboxFaultCommand {}
