package io.github.wxcard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** Where events go, secrets masked. */
record ShownCallback(JsonNode json) implements Result {
  static ShownCallback of(JsonNode answer) {
    return new ShownCallback(SandboxFacts.of(answer).json());
  }

  @Override
  public void text(Page page) {
    if (json.path("url").isNull()) {
      page.line("no callback address is set");
    } else {
      SandboxFacts.of(json).text(page);
    }
  }
}
