package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.DurationConverter;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.text.SpellingSuggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for a fault or a quota. */
@Command(
    name = "add",
    description = "Add a fault: one effect, a delay, or both.",
    footer = {
      "",
      "Of several faults that concern a call the oldest that strikes counts.",
      "",
      "Examples:",
      "  wxcard sandbox fault add --path /card/code/consume --errcode -1 --times 2",
      "  wxcard sandbox fault add --drop --rate 0.2",
      "  wxcard sandbox fault add --path /card/create --truncate --delay 3s",
      "  wxcard sandbox fault add --path /cgi-bin/token --daily 2000"
    })
final class SandboxFaultAddCommand extends SandboxApiCommand {
  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The only path it strikes, such as /card/create. Default: every call.")
  String path;

  @ArgGroup FaultEffectOptions effect;

  @Option(
      names = "--delay",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "Hold the answer back this long, after the work is done; up to 10m.")
  Duration delay;

  @Option(
      names = "--rate",
      paramLabel = "SHARE",
      description = "Strike this share of the calls, above 0 and up to 1. Default: 1.")
  Double rate;

  @Option(
      names = "--times",
      paramLabel = "N",
      description = "End after so many strikes. Default: without end.")
  Integer times;

  @Override
  CommandResult call(SandboxApi sandbox) {
    if (effect == null && delay == null) {
      throw Failure.of(
          FailureKind.USAGE,
          "nothing is said of what the fault does",
          "Add --errcode N, --http N, --drop, --truncate, --daily N, --per-minute N or --delay"
              + " DURATION.");
    }
    if (rate != null && !(rate > 0 && rate <= 1)) {
      throw Failure.of(FailureKind.USAGE, "--rate is " + rate, "Use a share above 0 and up to 1.");
    }
    if (times != null && times < 1) {
      throw Failure.of(FailureKind.USAGE, "--times is " + times, "Use 1 or more, or leave it out.");
    }
    ObjectNode rule = rule();
    if (path != null && !context.options().dryRun) {
      doubt(sandbox).ifPresent(context.console()::warn);
    }
    ObjectNode added = Json.object();
    added.set("id", sandbox.post("/sandbox/faults", rule).path("id"));
    added.setAll(rule);
    return new Document(added, List.of(SandboxFaultCommand.line(added)));
  }

  private ObjectNode rule() {
    ObjectNode rule = Json.object();
    if (path != null) {
      ArgumentChecks.notBlank("--path", path);
      rule.put("path", path);
    }
    if (effect != null) {
      effect.writeTo(rule);
    }
    if (delay != null) {
      rule.put("delay_ms", delay.toMillis());
    }
    if (rate != null) {
      rule.put("rate", rate);
    }
    if (times != null) {
      rule.put("times", times);
    }
    return rule;
  }

  /** What to say of a path that no call of the API has; empty for one that is known. */
  private Optional<String> doubt(SandboxApi sandbox) {
    List<String> known = new ArrayList<>();
    for (JsonNode endpoint : sandbox.get("/sandbox/coverage").path("endpoints")) {
      known.add(endpoint.path("path").asText());
    }
    return known.stream().anyMatch(this::isCovered)
        ? Optional.empty()
        : Optional.of(
            "the sandbox knows no call "
                + path
                + SpellingSuggestion.nearest(path, known)
                    .map(near -> "; was " + near + " meant?")
                    .orElse(""));
  }

  /** One that ends in a star stands for all below it. */
  private boolean isCovered(String known) {
    return known.endsWith("*")
        ? path.startsWith(known.substring(0, known.length() - 1))
        : known.equals(path);
  }
}
