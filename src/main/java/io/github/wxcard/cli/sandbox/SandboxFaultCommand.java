package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** Trouble on order. */
@Command(
    name = "fault",
    description = {
      "Make the sandbox's API fail as a busy network or platform does, and limit its calls.",
      "",
      "Faults are part of the state: whoever uses the same database meets them, at once. They",
      "never befall the sandbox's own paths under /sandbox/."
    })
final class SandboxFaultCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SandboxFaultAddCommand.class,
        SandboxFaultListCommand.class,
        SandboxFaultClearCommand.class);
  }
}
