package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.RecordedRequest;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.StepReport;
import java.util.List;

/** What {@code --dry-run} shows instead of a result: {@code {"requests":[{method,url,body}]}}. */
public record RequestsNotSent(ArrayNode requests) implements Result {
  public static RequestsNotSent of(List<RecordedRequest> recorded) {
    ArrayNode list = Json.array();
    for (RecordedRequest request : recorded) {
      ObjectNode item = list.addObject();
      item.put("method", request.method()).put("url", request.url());
      item.set("body", request.body().orElse(null));
    }
    return new RequestsNotSent(list);
  }

  /** The requests of all steps, in order. */
  public static RequestsNotSent ofSteps(List<StepReport> steps) {
    ArrayNode list = Json.array();
    for (StepReport step : steps) {
      step.result().ifPresent(result -> result.path("requests").forEach(list::add));
    }
    return new RequestsNotSent(list);
  }

  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    document.set("requests", requests);
    return document;
  }

  @Override
  public void text(Page page) {
    for (JsonNode request : requests) {
      page.line(request.path("method").asText() + " " + request.path("url").asText());
      if (!request.path("body").isNull()) {
        page.line(Json.pretty(request.path("body")));
      }
    }
  }
}
