package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.DurationConverter;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Shows the sandbox's time, and moves it. */
@Command(
    name = "clock",
    description = {
      "Show the sandbox's time, move it forward, or set it back to the real time.",
      "",
      "Tokens, QR codes, the validity of cards, quotas and statistics follow this time; it runs on",
      "from wherever it is set, and everybody who uses the same database sees it."
    },
    footer = {
      "",
      "Examples:",
      "  wxcard sandbox clock",
      "  wxcard sandbox clock +15d",
      "  wxcard sandbox clock reset"
    })
final class SandboxClockCommand extends SandboxApiCommand {
  private static final String RESET = "reset";

  @Parameters(
      arity = "0..1",
      paramLabel = "+DURATION|reset",
      description = "How far forward, as in +90s, +30m, +2h or +15d; or reset.")
  String move;

  @Override
  CommandResult call(SandboxApi sandbox) {
    ObjectNode body = Json.object();
    if (RESET.equals(move)) {
      body.put(RESET, true);
    } else if (move != null) {
      body.put("advance", step(move));
    }
    JsonNode answer = sandbox.post("/sandbox/clock", body);
    String iso = answer.path("iso").asText();
    long offset = answer.path("offset").asLong();
    ObjectNode shown = Json.object().put("time", answer.path("time").asLong());
    String ahead = offset == 0 ? " real time" : " +" + span(Duration.ofSeconds(offset));
    return new Document(shown.put("iso", iso).put("offset", offset), List.of(iso + ahead));
  }

  private static String span(Duration span) {
    String days = part(span.toDays(), "d");
    String rest = part(span.toHoursPart(), "h") + part(span.toMinutesPart(), "m");
    return days + rest + part(span.toSecondsPart(), "s");
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }

  private static String step(String move) {
    String step = move.startsWith("+") ? move.substring(1) : move;
    try {
      if (new DurationConverter().convert(step).toMillisPart() == 0 && !step.endsWith("ms")) {
        return step;
      }
    } catch (TypeConversionException e) {
      // Told below: reset is a choice, too.
    }
    throw Failure.of(
        FailureKind.USAGE,
        "'" + move + "' is no step of the clock",
        "Use an integer with s, m, h or d, such as +15d; or reset.");
  }
}
