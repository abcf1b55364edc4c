package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Confirmation;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Empties the sandbox. */
@Command(
    name = "reset",
    description = "Forget every card, code, tester and token; the account stays.",
    footer = {
      "",
      "It cannot be undone; `wxcard sandbox export FILE` keeps the state. A terminal is asked"
          + " first;",
      "without one, --yes is needed.",
      "",
      "Example:",
      "  wxcard sandbox reset --yes"
    })
final class SandboxResetCommand extends SandboxApiCommand {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Override
  CommandResult call(SandboxApi sandbox) {
    Confirmation.demand(context, yes, "forget everything in the sandbox " + place());
    return facts(sandbox.post("/sandbox/reset", Json.object()));
  }

  private String place() {
    return context.target().builtIn()
        ? context.program().sandbox().db().map(Path::toString).orElse("in memory")
        : "at " + context.target().apiBase();
  }
}
