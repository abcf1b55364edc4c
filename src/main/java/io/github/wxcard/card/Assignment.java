package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.ShellWord;

/**
 * A value that a command line put into a document.
 *
 * @param option the option as it was given: {@code --set} or {@code --logo}
 * @param name what stands before the value and its equals sign; empty for an option without
 * @param value as it was given
 * @param pointer where it stands now, from the document's root
 */
public record Assignment(String option, String name, String value, String pointer) {
  /** As a shell wants it written. */
  String written() {
    return option + " " + ShellWord.quoted(name.isEmpty() ? value : name + "=" + value);
  }

  /** The same option with another value, in quotes of JSON only where it would be no text else. */
  String with(JsonNode other) {
    String json = Json.write(other);
    boolean plain = other.isTextual() && Overrides.value(other.textValue()).isTextual();
    String text = plain || name.isEmpty() ? other.asText() : json;
    return new Assignment(option, name, text, pointer).written();
  }
}
