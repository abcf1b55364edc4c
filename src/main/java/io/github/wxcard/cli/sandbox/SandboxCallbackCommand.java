package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** The address that the sandbox pushes its events to. */
@Command(
    name = "callback",
    description = {
      "Set, show or remove the address that events are pushed to.",
      "",
      "A running `wxcard sandbox serve` delivers them, signed and if need be encrypted as WeChat",
      "does, up to four times each; `wxcard sandbox events` shows what became of them."
    })
final class SandboxCallbackCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SandboxCallbackSetCommand.class,
        SandboxCallbackShowCommand.class,
        SandboxCallbackClearCommand.class);
  }
}
