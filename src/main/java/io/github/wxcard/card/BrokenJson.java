package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.text.InvisibleCharacters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the parser's complaint into a message for the person who wrote the text. */
final class BrokenJson {
  private static final String BEGAN = ".*line: (\\d+), column: (\\d+).*";
  private static final String QUOTES =
      "Keys and texts stand in straight double quotes: \"title\": \"…\".";

  /** The parser's words, ours, and what to do. The first that fits counts. */
  private static final List<Wording> WORDINGS =
      List.of(
          wording(
              "Unexpected end-of-input.*closing quote.*",
              "the text ends inside a string",
              "Close the string with a double quote."),
          wording(
              "Unexpected end-of-input" + BEGAN,
              "the text ends before what begins at line $1, column $2 is closed",
              "Add the missing } or ]."),
          wording(
              "Unexpected end-of-input.*", "the text ends too early", "Add the missing } or ]."),
          wording(
              "Unexpected close marker '(.)': expected '(.)'" + BEGAN,
              "unexpected $1: $2 should close what begins at line $3, column $4",
              "Make the brackets match."),
          wording(
              "Unexpected close marker '(.)'.*",
              "unexpected $1: it closes nothing",
              "Remove it, or open it before."),
          wording(
              "Unexpected character.*comment.*",
              "a comment that is never closed",
              "Close it with */, or remove it."),
          wording(
              "Unexpected character \\('(.)' .*double-quote to start field name.*",
              "unexpected $1: a key in double quotes should begin here",
              QUOTES),
          wording(
              "Unexpected character \\('(.)' .*colon.*",
              "unexpected $1: a colon should follow the key",
              "Write \"key\": value."),
          wording(
              "Unexpected character \\('(.)' .*comma.*",
              "unexpected $1: a comma or the closing bracket should be here",
              "Put a comma between two elements."),
          wording(
              "Unexpected character \\('(.)' .*valid value.*",
              "unexpected $1: a value should be here",
              "Write a value there, or remove the comma or colon before it."),
          wording(
              "Unrecognized token '([^']*)'.*",
              "$1 is no JSON value",
              QUOTES + " Bare words are true, false and null."),
          wording("a number out of all range", "$0", "Write a number that fits."),
          wording(
              "Invalid numeric value: Leading zeroes.*",
              "a number cannot begin with 0",
              "A phone number or a code is a text: put it in double quotes."),
          wording(
              "Unrecognized character escape '(.)'.*",
              "\\\\$1 is no escape that JSON knows",
              "Write a backslash itself as two backslashes."));

  private record Wording(Pattern theirs, String ours, String fix) {}

  private BrokenJson() {}

  static Failure failure(String name, String text, JsonProcessingException trouble) {
    String message = trouble.getOriginalMessage();
    for (Wording wording : WORDINGS) {
      Matcher matcher = wording.theirs().matcher(message);
      if (matcher.matches()) {
        String what = matcher.replaceFirst(wording.ours());
        return at(name, text, trouble.getLocation(), what, wording.fix()).causedBy(trouble);
      }
    }
    return at(name, text, trouble.getLocation(), plain(message), "Correct the JSON at this place.")
        .causedBy(trouble);
  }

  /** As a finding, for a text that cannot be read any further. */
  static Diagnostic finding(JsonProcessingException trouble) {
    JsonLocation place = trouble.getLocation();
    return new Diagnostic(
        "",
        place == null ? 1 : place.getLineNr(),
        place == null ? 1 : place.getColumnNr(),
        Severity.ERROR,
        "syntax",
        InvisibleCharacters.named(plain(trouble.getOriginalMessage())),
        "Correct the JSON at this place.");
  }

  private static Failure at(String name, String text, JsonLocation place, String raw, String fix) {
    String what = InvisibleCharacters.named(raw);
    if (place == null) {
      return Failure.of(Kind.INPUT, "%s: broken JSON: %s".formatted(name, what), fix);
    }
    return Failure.of(
            Kind.INPUT,
            "%s:%d:%d: broken JSON: %s"
                .formatted(name, place.getLineNr(), place.getColumnNr(), what),
            fix)
        .meaning(hint(text));
  }

  /** The two things that are pasted by mistake. */
  private static String hint(String text) {
    String start = text.stripLeading();
    if (start.startsWith("<")) {
      return "The text looks like XML or HTML, not like JSON.";
    }
    return start.indexOf('“') >= 0 && start.indexOf('"') < 0
        ? "The text has typographic quotes “ ”; JSON wants \"."
        : null;
  }

  /** The parser's own words without its notes to programmers. */
  private static String plain(String message) {
    return message
        .replaceAll(" \\(code [^)]*\\)", "")
        .replaceAll("[:;,]? ?\\(?\\[Source.*", "")
        .replaceAll(": enable `.*|, from `.*`", "");
  }

  private static Wording wording(String theirs, String ours, String fix) {
    return new Wording(Pattern.compile(theirs, Pattern.DOTALL), ours, fix);
  }
}
