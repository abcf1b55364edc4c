package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** A fault in one line: id, path, and its other members in the words of the options. */
final class FaultText {
  private static final Set<String> IN_FRONT = Set.of("id", "path");

  private FaultText() {}

  static String of(JsonNode fault) {
    StringBuilder line = new StringBuilder(fault.path("id").asText());
    line.append(' ').append(fault.path("path").asText("all"));
    for (Map.Entry<String, JsonNode> member : fault.properties()) {
      if (!IN_FRONT.contains(member.getKey())) {
        line.append(' ').append(word(member.getKey(), member.getValue()));
      }
    }
    return line.toString();
  }

  private static String word(String name, JsonNode value) {
    if (name.equals("delay_ms")) {
      return "delay " + value.asText() + "ms";
    }
    String word = name.replace('_', '-');
    return value.isBoolean() ? word : word + " " + value.asText();
  }
}
