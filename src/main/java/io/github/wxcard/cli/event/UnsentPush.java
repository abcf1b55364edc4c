package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.net.URI;

/** A push that was not sent, in the shape of a dry run's requests. */
record UnsentPush(URI url, String body) implements Result {
  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    document
        .putArray("requests")
        .addObject()
        .put("method", "POST")
        .put("url", url.toString())
        .put("body", body);
    return document;
  }

  @Override
  public void text(Page page) {
    page.line("POST " + url);
    page.data(body);
  }
}
