package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.List;

/** Requests that a sandbox answered, the oldest first. */
record JournalPage(List<JournalLine> entries) implements Result {
  static JournalPage of(JsonNode answer) {
    List<JournalLine> entries = new ArrayList<>();
    answer.path("entries").forEach(entry -> entries.add(new JournalLine(entry)));
    return new JournalPage(entries);
  }

  @Override
  public JsonNode json() {
    ArrayNode list = Json.array();
    entries.forEach(entry -> list.add(entry.json()));
    return Json.object().set("entries", list);
  }

  @Override
  public void text(Page page) {
    if (!entries.isEmpty()) {
      page.heading("time request -> status errcode reason");
    }
    entries.forEach(entry -> entry.text(page));
  }
}
