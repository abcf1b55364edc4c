package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import java.util.List;

/** Who gets a mass message: the {@code filter} of the call. */
final class MessageAudience {
  private static final int MISSING_FIELD = 41011;

  /** The name of today, and the one that groups had before they were tags. */
  private static final List<String> TAGS = List.of("tag_id", "group_id");

  private MessageAudience() {}

  /** The tag's name and number, or {@code is_to_all}. */
  static ObjectNode of(JsonNode body) {
    JsonNode filter = body.path("filter");
    if (!filter.isObject()) {
      throw CallInput.missing(body, "filter", MISSING_FIELD);
    }
    if (CallInput.flag(filter, "is_to_all", false)) {
      return Json.object().put("is_to_all", true);
    }
    for (String name : TAGS) {
      if (filter.hasNonNull(name)) {
        return Json.object().put(name, tag(name, filter.path(name)));
      }
    }
    throw new ApiException(MISSING_FIELD, "filter has neither is_to_all nor tag_id");
  }

  /** Nobody has tags here, so every number is one; older samples write it as a text. */
  private static long tag(String name, JsonNode value) {
    if (!value.asText().matches("[0-9]{1,18}")) {
      throw new ApiException(40097, "filter." + name + " is not a number");
    }
    return value.asLong();
  }
}
