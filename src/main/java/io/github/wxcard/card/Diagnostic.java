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
 * @param option the command line's option that brought the value in, so that no line of the file is
 *     to blame; else empty
 */
public record Diagnostic(
    String pointer,
    int line,
    int column,
    Severity level,
    String rule,
    String message,
    String fix,
    String option) {

  Diagnostic(
      String pointer,
      int line,
      int column,
      Severity level,
      String rule,
      String message,
      String fix) {
    this(pointer, line, column, level, rule, message, fix, "");
  }

  /** Whether the definition must not be sent like this. */
  public boolean stops() {
    return level == Severity.ERROR;
  }

  Diagnostic advising(String otherFix) {
    return new Diagnostic(pointer, line, column, level, rule, message, otherFix, option);
  }

  /** Whether both are about the same place, so that one may follow from the other. */
  boolean samePlace(Diagnostic other) {
    return line == other.line && column == other.column;
  }

  boolean stands(SourcePosition place) {
    return line == place.line() && column == place.column();
  }

  /**
   * {@code {"pointer","line","column","level","rule","message","fix"}}; with {@code option} instead
   * of line and column where an option brought the value in.
   */
  public ObjectNode json() {
    ObjectNode json = Json.object().put("pointer", pointer);
    if (option.isEmpty()) {
      json.put("line", line).put("column", column);
    } else {
      json.put("option", option);
    }
    return json.put("level", level.label())
        .put("rule", rule)
        .put("message", message)
        .put("fix", fix);
  }

  /** One line for editors: {@code card.json:4:15: error max-bytes: /card/x: … (Fix.)}. */
  public String located(String file) {
    return place(file) + " " + level.label() + " " + said();
  }

  /** Where it is, for editors: {@code card.json:4:15:}. */
  public String place(String file) {
    return "%s:%d:%d:".formatted(file, line, column);
  }

  /** What follows place and level: {@code max-bytes: /card/x: … (Fix.)}. */
  public String said() {
    String at = pointer.isEmpty() ? "" : InvisibleCharacters.shown(pointer) + ": ";
    return "%s: %s%s (%s)".formatted(rule, at, message, fix);
  }

  /**
   * One line for a person about a body that is in no file.
   *
   * @param around a pointer that the person did not write
   */
  String advice(String around) {
    String at = pointer.startsWith(around) ? pointer.substring(around.length()) : pointer;
    return "%s: %s. %s".formatted(InvisibleCharacters.shown(at), message, fix);
  }

  /** One line for a person: {@code card.json:4:15: error: /card/x: … (rule). Fix.} */
  public String text(String file) {
    return source(file) + " " + level.label() + ": " + advice();
  }

  /** Where it is, for a person: {@code card.json:4:15:}, or the option that brought it in. */
  public String source(String file) {
    return option.isEmpty() ? place(file) : InvisibleCharacters.shown(option) + ":";
  }

  /** What follows source and level: {@code /card/x: … [rule] Fix.} */
  public String advice() {
    String at = pointer.isEmpty() ? "" : InvisibleCharacters.shown(pointer) + ": ";
    return "%s%s [%s] %s".formatted(at, message, rule, fix);
  }
}
