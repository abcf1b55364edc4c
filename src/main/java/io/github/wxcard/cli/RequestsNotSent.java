package io.github.wxcard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.RecordedRequest;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.List;

/** What {@code --dry-run} shows instead of a result. */
record RequestsNotSent(List<RecordedRequest> requests) implements Result {
  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    ArrayNode list = document.putArray("requests");
    for (RecordedRequest request : requests) {
      ObjectNode item = list.addObject();
      item.put("method", request.method()).put("url", request.url());
      item.set("body", request.body().orElse(null));
    }
    return document;
  }

  @Override
  public void text(Page page) {
    for (RecordedRequest request : requests) {
      page.line(request.method() + " " + request.url());
      request.body().ifPresent(body -> page.line(Json.pretty(body)));
    }
  }
}
