package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;

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
