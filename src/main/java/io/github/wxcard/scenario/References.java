package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code ${name}} in texts; a second dollar before it makes it mean itself. */
final class References {
  private static final Pattern REFERENCE = Pattern.compile("\\$(\\$?)\\{([^{}]*)}");

  private References() {}

  /** The names a text refers to. */
  static List<String> in(String text) {
    return REFERENCE
        .matcher(text)
        .results()
        .filter(match -> match.group(1).isEmpty())
        .map(match -> match.group(2))
        .toList();
  }

  /** The names that the texts of a document refer to. */
  static Set<String> in(JsonNode document) {
    Set<String> names = new TreeSet<>();
    if (document.isTextual()) {
      names.addAll(in(document.textValue()));
    }
    document.forEach(child -> names.addAll(in(child)));
    return names;
  }

  /** The name, when the text is one reference and nothing else; else null. */
  static String whole(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    return matcher.matches() && matcher.group(1).isEmpty() ? matcher.group(2) : null;
  }

  /** The text with a value in place of every reference. */
  static String fill(String text, UnaryOperator<String> values) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(filled(match, values)));
  }

  /** The text with a value in place of the references that have one; all else stays as written. */
  static String fillSome(String text, UnaryOperator<String> values) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match -> {
              String value = match.group(1).isEmpty() ? values.apply(match.group(2)) : null;
              return Matcher.quoteReplacement(value == null ? match.group() : value);
            });
  }

  private static String filled(MatchResult match, UnaryOperator<String> values) {
    return match.group(1).isEmpty() ? values.apply(match.group(2)) : "${" + match.group(2) + "}";
  }
}
