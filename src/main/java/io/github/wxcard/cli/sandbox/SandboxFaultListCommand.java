package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import picocli.CommandLine.Command;

/** Shows the faults that are in force. */
@Command(
    name = "list",
    description = "Show the faults and quotas in force, the oldest first.",
    footer = {
      "",
      "A line is: id, path (or all), what it does, how often it still strikes.",
      "",
      "Example:",
      "  wxcard sandbox fault list --json"
    })
final class SandboxFaultListCommand extends SandboxVerb {
  record Listed(JsonNode faults) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().set("faults", faults);
    }

    @Override
    public void text(Page page) {
      faults.forEach(fault -> page.line(FaultText.of(fault)));
    }
  }

  @Override
  Listed call(SandboxApi sandbox) {
    return new Listed(sandbox.get("/sandbox/faults").path("faults"));
  }
}
