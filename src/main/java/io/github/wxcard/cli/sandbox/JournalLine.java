package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** One request that a sandbox answered. */
record JournalLine(JsonNode json) implements Result {
  long id() {
    return json.path("id").asLong();
  }

  @Override
  public void text(Page page) {
    String request = json.path("method").asText() + " " + json.path("path").asText();
    String delay =
        json.has("delayed_ms") ? " after " + json.path("delayed_ms").asText() + "ms" : "";
    page.line(
        "%s %s -> %s%s %s %s"
            .formatted(
                json.path("time").asText(),
                request,
                json.path("status").asInt() == 0 ? "dropped" : json.path("status").asText(),
                delay,
                json.path("errcode").asText(),
                json.path("reason").asText())
            .replaceAll(" +", " ")
            .strip());
  }
}
