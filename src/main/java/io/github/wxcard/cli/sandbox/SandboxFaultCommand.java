package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.DurationConverter;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.text.SpellingSuggestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
  private static final Set<String> IN_FRONT = Set.of("id", "path");

  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SandboxFaultAddCommand.class,
        SandboxFaultListCommand.class,
        SandboxFaultClearCommand.class);
  }

  /** A fault in one line: id, path, and its other members in the words of the options. */
  static String line(JsonNode fault) {
    StringBuilder line = new StringBuilder(fault.path("id").asText());
    line.append(' ').append(fault.path("path").asText("all"));
    for (Map.Entry<String, JsonNode> member : fault.properties()) {
      if (!IN_FRONT.contains(member.getKey())) {
        line.append(' ').append(word(member.getKey(), member.getValue()));
      }
    }
    return line.toString();
  }

  private static String word(String name, JsonNode value) {
    if (name.equals("delay_ms")) {
      return "delay " + value.asText() + "ms";
    }
    String word = name.replace('_', '-');
    return value.isBoolean() ? word : word + " " + value.asText();
  }

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
  static final class SandboxFaultAddCommand extends SandboxApiCommand {
    @Option(
        names = "--path",
        paramLabel = "PATH",
        description = "The only path it strikes, such as /card/create. Default: every call.")
    @BodyField("path")
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
        throw Failure.of(
            FailureKind.USAGE, "--rate is " + rate, "Use a share above 0 and up to 1.");
      }
      if (times != null && times < 1) {
        throw Failure.of(
            FailureKind.USAGE, "--times is " + times, "Use 1 or more, or leave it out.");
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
      ObjectNode rule = RequestBody.of(this);
      if (delay != null) {
        rule.put("delay_ms", delay.toMillis());
      }
      if (rate != null) {
        rule.put("rate", rate);
      }
      return times == null ? rule : rule.put("times", times);
    }

    /** What to say of a path that no call of the API has; empty for one that is known. */
    private Optional<String> doubt(SandboxApi sandbox) {
      List<String> known =
          sandbox.get("/sandbox/coverage").path("endpoints").findValuesAsText("path");
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

  /** What a fault does; one of these. */
  static final class FaultEffectOptions {
    @Option(
        names = "--errcode",
        paramLabel = "N",
        description = "Answer with this error code, and do nothing.")
    @BodyField("errcode")
    Integer errcode;

    @Option(
        names = "--http",
        paramLabel = "N",
        description = "Answer with this HTTP status and no body, and do nothing.")
    @BodyField("http")
    Integer http;

    @Option(names = "--drop", description = "Cut the connection, and do nothing.")
    @BodyField("drop")
    Boolean drop;

    @Option(names = "--truncate", description = "Do what is asked, and lose half of the answer.")
    @BodyField("truncate")
    Boolean truncate;

    @Option(
        names = "--daily",
        paramLabel = "N",
        description = "Let N calls pass a day of Beijing time; then 45009.")
    @BodyField("daily")
    Long daily;

    @Option(
        names = "--per-minute",
        paramLabel = "N",
        description = "Let N calls pass a minute; then 45011.")
    @BodyField("per_minute")
    Long perMinute;
  }

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
  static final class SandboxFaultListCommand extends SandboxApiCommand {
    @Override
    CommandResult call(SandboxApi sandbox) {
      JsonNode faults = sandbox.get("/sandbox/faults").path("faults");
      return new SandboxListing("faults", "", faults, SandboxFaultCommand::line);
    }
  }

  @Command(
      name = "clear",
      description = "End every fault and quota.",
      footer = {"", "Example:", "  wxcard sandbox fault clear"})
  static final class SandboxFaultClearCommand extends SandboxApiCommand {
    @Override
    CommandResult call(SandboxApi sandbox) {
      return facts(sandbox.delete("/sandbox/faults"));
    }
  }
}
