package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.net.URI;

/**
 * A push, or a check of an address, that was not sent, in the shape of a dry run's requests.
 *
 * @param body empty for none
 */
record UnsentPush(String method, URI url, String body) implements Result {
  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    document
        .putArray("requests")
        .addObject()
        .put("method", method)
        .put("url", url.toString())
        .put("body", body);
    return document;
  }

  @Override
  public void text(Page page) {
    page.line(method + " " + url);
    if (!body.isEmpty()) {
      page.data(body);
    }
  }
}
