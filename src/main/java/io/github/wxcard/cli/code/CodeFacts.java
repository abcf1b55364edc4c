package io.github.wxcard.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.Codes.CodeState;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.BeijingTime;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Set;

/** A code as it was looked up; what was not told is left out. */
record CodeFacts(CodeState state) implements Result {
  private static final String UNTOLD = "-";

  /** How WeChat writes the end of a period that has none. */
  private static final long NEVER = 0xffff_ffffL;

  private static final Set<String> ENVELOPE = Set.of("errcode", "errmsg", "card");

  @Override
  public JsonNode json() {
    ObjectNode json = Json.object();
    json.put("card_id", state.cardId()).put("openid", state.openid()).put("code", state.code());
    if (!state.status().isEmpty()) {
      json.put("user_card_status", state.status());
    }
    json.put("can_consume", state.canConsume());
    putTime(json, "begin_time");
    putTime(json, "end_time");
    addFurther(json, state.answer());
    addFurther(json, state.answer().path("card"));
    return json;
  }

  private static void addFurther(ObjectNode json, JsonNode answer) {
    for (var field : answer.properties()) {
      if (!ENVELOPE.contains(field.getKey()) && !json.has(field.getKey())) {
        json.set(field.getKey(), field.getValue());
      }
    }
  }

  @Override
  public void text(Page page) {
    page.line(
        String.join(
            " ",
            word(state.cardId()),
            word(state.openid()),
            word(state.status()),
            Boolean.toString(state.canConsume()),
            time(state.beginTime()),
            state.endTime() == NEVER ? "never" : time(state.endTime())));
  }

  private void putTime(ObjectNode json, String name) {
    JsonNode seconds = state.answer().path("card").path(name);
    if (seconds.isValueNode() && !seconds.isNull()) {
      json.put(name, seconds.asLong());
    }
  }

  private static String word(String text) {
    return text.isEmpty() ? UNTOLD : text;
  }

  private static String time(long seconds) {
    return seconds > 0 ? BeijingTime.of(seconds) : UNTOLD;
  }
}
