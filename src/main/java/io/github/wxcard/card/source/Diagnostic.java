package io.github.wxcard.card.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.InvisibleCharacters;

/**
 * What is to be said about one place of a document.
 *
 * @param pointer JSON pointer from the root of the document; empty for the document itself
 * @param rule the short name of the rule, such as {@code max-bytes}
 * @param message what is wrong, with the size where it is about size
 * @param remedy what to do about it
 * @param option the command line's option that brought the value in, so that no line of the file is
 *     to blame; else empty
 */
public record Diagnostic(
    Severity severity,
    String pointer,
    SourcePosition position,
    String rule,
    String message,
    String remedy,
    String option) {
  /** The names of the rules about a text, whatever it means. */
  public static final String SYNTAX = "syntax";

  public static final String BYTE_ORDER_MARK = "byte-order-mark";
  public static final String INVISIBLE = "invisible-character";
  static final String TRAILING_COMMA = "trailing-comma";
  static final String RAW_CONTROL_CHARACTER = "raw-control-character";

  /** Something about the text, whatever it means. */
  public static Diagnostic error(
      SourcePosition position, String rule, String message, String remedy) {
    return new Diagnostic(Severity.ERROR, "", position, rule, message, remedy, "");
  }

  /** A place where a text is not strict JSON but clear enough to be read. */
  public static Diagnostic lenience(SourcePosition position, String rule, String message) {
    return new Diagnostic(
        Severity.WARNING,
        "",
        position,
        rule,
        message,
        "Strict JSON is what gets sent; correct the file so that other tools can read it too.",
        "");
  }

  /** Whether the document must not be sent like this. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public Diagnostic withRemedy(String other) {
    return new Diagnostic(severity, pointer, position, rule, message, other, option);
  }

  public Diagnostic at(SourcePosition other) {
    return new Diagnostic(severity, pointer, other, rule, message, remedy, option);
  }

  /**
   * {@code {"pointer","line","column","level","rule","message","fix"}}; with {@code option} instead
   * of line and column where an option brought the value in.
   */
  public ObjectNode json() {
    ObjectNode json = Json.object().put("pointer", pointer);
    if (option.isEmpty()) {
      json.put("line", position.line()).put("column", position.column());
    } else {
      json.put("option", option);
    }
    return json.put("level", severity.label())
        .put("rule", rule)
        .put("message", message)
        .put("fix", remedy);
  }

  /** One line for editors: {@code card.json:4:15: error max-bytes: /card/x: … (Fix.)}. */
  public String editorLine(String file) {
    return "%s: %s %s".formatted(position.in(file), severity.label(), editorMessage());
  }

  /** What follows position and severity there: {@code max-bytes: /card/x: … (Fix.)}. */
  public String editorMessage() {
    return "%s: %s%s (%s)".formatted(rule, subject(), message, remedy);
  }

  /**
   * One line for a person about a body that is in no file.
   *
   * @param around a pointer that the person did not write
   */
  public String advice(String around) {
    String at = pointer.startsWith(around) ? pointer.substring(around.length()) : pointer;
    return "%s: %s. %s".formatted(InvisibleCharacters.shown(at), message, remedy);
  }

  /** One line for a person: {@code card.json:4:15: error: /card/x: … [rule] Fix.} */
  public String toText(String file) {
    return "%s %s: %s".formatted(origin(file), severity.label(), sentence());
  }

  /** Where it is, for a person: {@code card.json:4:15:}, or the option that brought it in. */
  public String origin(String file) {
    return (option.isEmpty() ? position.in(file) : InvisibleCharacters.shown(option)) + ":";
  }

  /** What follows origin and severity there: {@code /card/x: … [rule] Fix.} */
  public String sentence() {
    return "%s%s [%s] %s".formatted(subject(), message, rule, remedy);
  }

  private String subject() {
    return pointer.isEmpty() ? "" : InvisibleCharacters.shown(pointer) + ": ";
  }
}
