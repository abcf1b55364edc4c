package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.KnownCalls;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.List;

/** The calls that wxcard knows. */
record CallList(List<KnownCalls.Known> calls) implements Result {
  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    ArrayNode list = document.putArray("calls");
    for (KnownCalls.Known call : calls) {
      list.addObject()
          .put("method", call.method())
          .put("path", call.path())
          .put("changes", !call.reads());
    }
    return document;
  }

  @Override
  public void text(Page page) {
    for (KnownCalls.Known call : calls) {
      page.line("%-4s %s".formatted(call.method(), call.path()));
    }
  }
}
