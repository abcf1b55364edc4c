package io.github.wxcard.cli.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;

/** A definition that now is a file. */
record WrittenFile(String file, String cardType) implements Result {
  @Override
  public JsonNode json() {
    return Json.object().put("file", file).put("card_type", cardType);
  }

  @Override
  public void text(Page page) {
    page.line(file);
  }
}
