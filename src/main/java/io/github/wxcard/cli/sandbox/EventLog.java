package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.List;

/** Events of the sandbox, the oldest first. */
record EventLog(List<EventLine> events) implements Result {
  static EventLog of(JsonNode answer) {
    List<EventLine> events = new ArrayList<>();
    answer.path("events").forEach(event -> events.add(new EventLine(event)));
    return new EventLog(events);
  }

  @Override
  public JsonNode json() {
    ArrayNode list = Json.array();
    events.forEach(event -> list.add(event.json()));
    return Json.object().set("events", list);
  }

  @Override
  public void text(Page page) {
    if (!events.isEmpty()) {
      page.heading("id time event code state attempts result");
    }
    events.forEach(event -> event.text(page));
  }
}
