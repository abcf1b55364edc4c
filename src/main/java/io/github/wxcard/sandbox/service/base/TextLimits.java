package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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
    bytes.forEach((name, most) -> checkBytes(name, text(object, name), most));
    characters.forEach((name, most) -> checkCharacters(name, text(object, name), most));
  }

  public static void checkBytes(String name, String text, int most) {
    check(name, text.getBytes(StandardCharsets.UTF_8).length, "bytes", most);
  }

  public static void checkCharacters(String name, String text, int most) {
    check(name, text.codePointCount(0, text.length()), "characters", most);
  }

  private static void check(String name, int size, String unit, int most) {
    if (size > most) {
      throw new ApiException(
          TOO_LONG, "%s has %d %s, at most %d".formatted(name, size, unit, most));
    }
  }

  private static String text(JsonNode object, String name) {
    return CallInput.text(object, name).orElse("");
  }
}
