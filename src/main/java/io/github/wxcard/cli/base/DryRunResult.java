package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.WeChat.RecordedRequest;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.StepReport;
import java.util.List;
import java.util.Optional;

/**
 * What {@code --dry-run} shows instead of a result: {@code {"requests":[{method,url,body}]}}, and
 * {@code "lines"} for those of an input that would fail without a request.
 *
 * @param lines as the real run would tell them; a person has heard of them already
 * @param failure how the real run would end because of them
 */
public record DryRunResult(ArrayNode requests, List<ObjectNode> lines, Optional<Failure> failure)
    implements Result {
  public static DryRunResult of(List<RecordedRequest> recorded) {
    ArrayNode list = Json.array();
    for (RecordedRequest request : recorded) {
      ObjectNode item = list.addObject();
      item.put("method", request.method()).put("url", request.url());
      item.set("body", request.body().orElse(null));
    }
    return new DryRunResult(list, List.of(), Optional.empty());
  }

  /** The requests of all steps, in order. */
  public static DryRunResult ofSteps(List<StepReport> steps) {
    ArrayNode list = Json.array();
    for (StepReport step : steps) {
      step.result().ifPresent(result -> result.path("requests").forEach(list::add));
    }
    return new DryRunResult(list, List.of(), Optional.empty());
  }

  /** The same, of an input with lines that cannot be used. */
  DryRunResult but(List<ObjectNode> badLines, Failure why) {
    return new DryRunResult(requests, List.copyOf(badLines), Optional.of(why));
  }

  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    document.set("requests", requests);
    if (!lines.isEmpty()) {
      document.putArray("lines").addAll(lines);
    }
    return document;
  }

  @Override
  public void text(Page page) {
    for (JsonNode request : requests) {
      page.line(request.path("method").asText() + " " + request.path("url").asText());
      if (!request.path("body").isNull()) {
        page.json(request.path("body"));
      }
    }
  }
}
