package io.github.wxcard.sandbox.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.Tx;
import java.util.LinkedHashMap;
import java.util.Map;

/** The colours a card may have: definitions give the name, answers the value. */
public final class Colors {
  private static final String[][] TABLE = {
    {"Color010", "#63b359"},
    {"Color020", "#2c9f67"},
    {"Color030", "#509fc9"},
    {"Color040", "#5885cf"},
    {"Color050", "#9062c0"},
    {"Color060", "#d09a45"},
    {"Color070", "#e4b138"},
    {"Color080", "#ee903c"},
    {"Color081", "#f08500"},
    {"Color082", "#a9d92d"},
    {"Color090", "#dd6549"},
    {"Color100", "#cc463d"},
    {"Color101", "#cf3e36"},
    {"Color102", "#5E6671"},
  };

  private static final Map<String, String> VALUES = new LinkedHashMap<>();

  static {
    for (String[] row : TABLE) {
      VALUES.put(row[0], row[1]);
    }
  }

  private Colors() {}

  /** {@code GET /card/getcolors}. */
  public static ObjectNode all(Tx tx, Input input) {
    ArrayNode colors = Json.array();
    VALUES.forEach((name, value) -> colors.addObject().put("name", name).put("value", value));
    return Json.object().set("colors", colors);
  }

  /** The value of a name; the name itself when it is none. */
  static String value(String name) {
    return VALUES.getOrDefault(name, name);
  }
}
