package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the texts of a call may be: names and their most UTF-8 bytes. */
public final class TextLimits {
  private static final int TOO_LONG = 45021;

  private final Map<String, Integer> bytes = new LinkedHashMap<>();

  public TextLimits with(int most, String... names) {
    for (String name : names) {
      bytes.put(name, most);
    }
    return this;
  }

  /** Refuses what is no text or too long; absent fields pass. */
  public void check(JsonNode object) {
    for (Map.Entry<String, Integer> limit : bytes.entrySet()) {
      int length = bytes(Input.text(object, limit.getKey()).orElse(""));
      if (length > limit.getValue()) {
        throw new Refusal(
            TOO_LONG,
            "%s has %d bytes, at most %d".formatted(limit.getKey(), length, limit.getValue()));
      }
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
