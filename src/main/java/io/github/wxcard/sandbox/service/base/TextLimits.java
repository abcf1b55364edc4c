package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** How long the texts of a call may be: names and their most UTF-8 bytes or characters. */
public final class TextLimits {
  private static final int TOO_LONG = 45021;

  private final Map<String, Integer> bytes = new LinkedHashMap<>();
  private final Map<String, Integer> characters = new LinkedHashMap<>();

  public TextLimits with(int most, String... names) {
    for (String name : names) {
      bytes.put(name, most);
    }
    return this;
  }

  /** Adds texts of which characters are counted and not bytes. */
  public TextLimits withCharacters(int most, String... names) {
    for (String name : names) {
      characters.put(name, most);
    }
    return this;
  }

  /** Refuses what is no text or too long; absent fields pass. */
  public void check(JsonNode object) {
    check(object, bytes, TextLimits::bytes, "bytes");
    check(object, characters, text -> text.codePointCount(0, text.length()), "characters");
  }

  private static void check(
      JsonNode object, Map<String, Integer> limits, ToIntFunction<String> length, String unit) {
    for (Map.Entry<String, Integer> limit : limits.entrySet()) {
      int size = length.applyAsInt(CallInput.text(object, limit.getKey()).orElse(""));
      if (size > limit.getValue()) {
        throw new ApiException(
            TOO_LONG,
            String.format(
                Locale.ROOT,
                "%s has %d %s, at most %d",
                limit.getKey(),
                size,
                unit,
                limit.getValue()));
      }
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
