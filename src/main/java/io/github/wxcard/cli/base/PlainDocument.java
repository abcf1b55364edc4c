package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** A JSON document that is itself what was asked for. */
public record PlainDocument(JsonNode json) implements Result {
  @Override
  public void text(Page page) {
    page.json(json);
  }
}
