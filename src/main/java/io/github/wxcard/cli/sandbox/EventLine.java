package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** An event of the sandbox and how far its delivery is. */
record EventLine(JsonNode json) implements Result {
  long id() {
    return json.path("id").asLong();
  }

  boolean isSettled() {
    return !json.path("state").asText().equals("pending");
  }

  @Override
  public void text(Page page) {
    page.line(
        "%d %s %s %s %s %d %s"
            .formatted(
                id(),
                json.path("time").asText(),
                json.path("name").asText(),
                json.path("code").asText().isEmpty() ? "-" : json.path("code").asText(),
                json.path("state").asText(),
                json.path("attempts").asInt(),
                json.path("result").asText())
            .strip());
  }
}
