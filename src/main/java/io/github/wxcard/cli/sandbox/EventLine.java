package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import java.util.List;

/** An event of the sandbox and how far its delivery is. */
record EventLine(JsonNode json) implements Result {
  /** What the cells are called. */
  static final List<String> COLUMNS =
      List.of("id", "time", "event", "code", "state", "attempts", "result");

  long id() {
    return json.path("id").asLong();
  }

  boolean isSettled() {
    return !json.path("state").asText().equals("pending");
  }

  @Override
  public void text(Page page) {
    page.table(Table.of(List.of(cells())));
  }

  List<String> cells() {
    String code = json.path("code").asText();
    return List.of(
        Long.toString(id()),
        json.path("time").asText(),
        json.path("name").asText(),
        code.isEmpty() ? "-" : code,
        json.path("state").asText(),
        Integer.toString(json.path("attempts").asInt()),
        json.path("result").asText());
  }
}
