package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows whose sandbox it is and how much is in it, or how much of WeChat's interface it plays. */
@Command(
    name = "status",
    description = "Show the sandbox's account, its time and what is in it.",
    footer = {
      "",
      "Examples:",
      "  wxcard sandbox status",
      "  wxcard sandbox status --coverage --jq '.endpoints[] | select(.coverage != \"complete\")'"
    })
final class SandboxStatusCommand extends SandboxApiCommand {
  @Option(
      names = "--coverage",
      description = "Show WeChat's endpoints instead, and how much of each the sandbox plays.")
  boolean coverage;

  @Override
  CommandResult call(SandboxApi sandbox) {
    return coverage
        ? new CoverageReport(Document.bare(sandbox.get("/sandbox/coverage")))
        : facts(sandbox.get("/sandbox/status"));
  }

  /** Which of WeChat's endpoints a sandbox plays, section by section, and how much of each. */
  record CoverageReport(ObjectNode json) implements Result {
    @Override
    public void text(Page page) {
      for (JsonNode section : json.path("sections")) {
        page.line(
            section.path("title").asText() + ": " + counts(extent -> section.path(extent).asInt()));
        for (JsonNode endpoint : json.path("endpoints")) {
          if (endpoint.path("section").equals(section.path("section"))) {
            page.line(line(endpoint));
          }
        }
        page.line("");
      }
      page.line("All: " + counts(this::sum));
    }

    private static String line(JsonNode endpoint) {
      return "  %-9s %-42s %-8s %s"
          .formatted(
              endpoint.path("method").asText(),
              endpoint.path("path").asText(),
              endpoint.path("coverage").asText(),
              endpoint.path("note").asText())
          .stripTrailing();
    }

    private static String counts(ToIntFunction<String> count) {
      return String.format(
          Locale.ROOT,
          "%d complete, %d partial, %d refused",
          count.applyAsInt("complete"),
          count.applyAsInt("partial"),
          count.applyAsInt("refused"));
    }

    private int sum(String extent) {
      return StreamSupport.stream(json.path("sections").spliterator(), false)
          .mapToInt(section -> section.path(extent).asInt())
          .sum();
    }
  }
}
