package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.OutputFile;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the state down, for a seed. */
@Command(
    name = "export",
    description = "Write the sandbox's whole state as JSON, up to 16 MiB of it.",
    footer = {
      "",
      "Tokens, tickets, the journal and the callback setting are left out; images are in base64.",
      "`wxcard sandbox serve --seed FILE` begins with such a state.",
      "",
      "Examples:",
      "  wxcard sandbox export seed.json",
      "  wxcard sandbox export --jq '.tables.card[].id'"
    })
final class SandboxExportCommand extends SandboxApiCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to, if there is no such file yet. Default: standard output.")
  String file;

  @Option(names = "--force", description = "Replace the file.")
  boolean force;

  /** The state itself. */
  record Exported(ObjectNode json) implements Result {
    @Override
    public void text(Page page) {
      page.json(json);
    }
  }

  @Override
  CommandResult call(SandboxApi sandbox) {
    Optional<OutputFile> output =
        Optional.ofNullable(file)
            .map(name -> OutputFile.fresh(context.environment().resolve(name), name, force));
    ObjectNode state = Document.bare(sandbox.get("/sandbox/export"));
    if (output.isEmpty() || context.options().dryRun) {
      return new Exported(state);
    }
    output.get().write((Json.pretty(state) + "\n").getBytes(StandardCharsets.UTF_8));
    ObjectNode written = Json.object().put("file", file);
    return new Document(written.set("rows", rows(state.path("tables"))), List.of(file));
  }

  /** How many rows each table has that has some. */
  private static ObjectNode rows(JsonNode tables) {
    ObjectNode rows = Json.object();
    for (Map.Entry<String, JsonNode> table : tables.properties()) {
      if (!table.getValue().isEmpty()) {
        rows.put(table.getKey(), table.getValue().size());
      }
    }
    return rows;
  }
}
