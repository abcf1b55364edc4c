package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The refusal for a field that is not there; a key that looks like it was probably meant. */
public final class MissingField {
  private MissingField() {}

  public static ApiException refusal(JsonNode object, String name, int errcode) {
    return new ApiException(errcode, reason(object, name)).at("/" + name);
  }

  public static String reason(JsonNode object, String name) {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      keys.add(field.getKey());
    }
    keys.remove(name);
    return SpellingSuggestion.nearest(name, keys)
        .map(key -> name + " is missing; was '" + key + "' meant to be it?")
        .orElse(name + " is missing");
  }
}
