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

  /** The code or the sub-merchant that it is about; a dash for anything else. */
  private String subject() {
    String code = json.path("code").asText();
    return code.isEmpty() ? json.at("/fields/MerchantId").asText("-") : code;
  }

  @Override
  public void text(Page page) {
    page.line(
        "%d %s %s %s %s %d %s"
            .formatted(
                id(),
                json.path("time").asText(),
                json.path("name").asText(),
                subject(),
                json.path("state").asText(),
                json.path("attempts").asInt(),
                json.path("result").asText())
            .strip());
  }
}
