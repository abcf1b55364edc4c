package io.github.wxcard.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.InvisibleCharacters;

/**
 * What lint has to say about one place of a card definition.
 *
 * @param pointer JSON pointer from the root of the document; empty for the document itself
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param rule the short name of the rule, such as {@code max-bytes}
 * @param message what is wrong, with the size where it is about size
 * @param fix what to do about it
 */
public record Finding(
    String pointer, int line, int column, Level level, String rule, String message, String fix) {

  /** Whether the definition must not be sent like this. */
  public boolean stops() {
    return level == Level.ERROR;
  }

  Finding advising(String otherFix) {
    return new Finding(pointer, line, column, level, rule, message, otherFix);
  }

  /** Whether both are about the same place, so that one may follow from the other. */
  boolean samePlace(Finding other) {
    return line == other.line && column == other.column;
  }

  boolean stands(Place place) {
    return line == place.line() && column == place.column();
  }

  /** {@code {"pointer","line","column","level","rule","message","fix"}}. */
  public ObjectNode json() {
    return Json.object()
        .put("pointer", pointer)
        .put("line", line)
        .put("column", column)
        .put("level", level.label())
        .put("rule", rule)
        .put("message", message)
        .put("fix", fix);
  }

  /** One line for editors: {@code card.json:4:15: error max-bytes: /card/x: … (Fix.)}. */
  public String located(String file) {
    String place = pointer.isEmpty() ? "" : InvisibleCharacters.shown(pointer) + ": ";
    return "%s:%d:%d: %s %s: %s%s (%s)"
        .formatted(file, line, column, level.label(), rule, place, message, fix);
  }

  /** One line for a person: {@code card.json:4:15: error: /card/x: … (rule). Fix.} */
  public String text(String file) {
    String place = pointer.isEmpty() ? "" : InvisibleCharacters.shown(pointer) + ": ";
    return "%s:%d:%d: %s: %s%s [%s] %s"
        .formatted(file, line, column, level.label(), place, message, rule, fix);
  }
}
