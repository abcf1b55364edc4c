package io.github.wxcard.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of errors, in another language than the English it is written in: the texts of the
 * error table, of its remedies, and of {@code chinese.tsv}, where {1} stands for what varies.
 */
public final class Translation {
  private static final String AND = " and ";
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\d)}");

  private Translation() {}

  /** The text itself where it is not known in the language. */
  public static String of(String english, Language language) {
    return language == Language.EN ? english : chinese(english).orElse(english);
  }

  /** A row of a batch with its error, if it has one, told in a language. */
  public static ObjectNode ofRow(ObjectNode row, Language language) {
    if (language == Language.EN || !row.path("error").isObject()) {
      return row;
    }
    ObjectNode told = row.deepCopy();
    ObjectNode error = (ObjectNode) told.path("error");
    for (String key : List.of("meaning", "fix")) {
      JsonNode text = error.path(key);
      if (text.isTextual()) {
        error.put(key, of(text.textValue(), language));
      }
    }
    return told;
  }

  /** Sentences that follow one another may be known one by one. */
  private static Optional<String> chinese(String english) {
    Optional<String> whole = ChineseTexts.find(english);
    if (whole.isPresent()) {
      return whole;
    }
    for (int end = lastEnd(english, english.length()); end > 0; end = lastEnd(english, end - 1)) {
      Optional<String> first = ChineseTexts.find(english.substring(0, end));
      if (first.isPresent()) {
        String rest = english.substring(end + 1);
        return Optional.of(first.get() + chinese(rest).orElse(rest));
      }
    }
    int end = english.indexOf(". ") + 1;
    return end == 0
        ? Optional.empty()
        : chinese(english.substring(end + 1)).map(rest -> english.substring(0, end) + " " + rest);
  }

  /** Where the last sentence before a place but one ends; 0 where there is none. */
  private static int lastEnd(String text, int before) {
    return text.lastIndexOf(". ", before - 2) + 1;
  }

  /** A text with gaps. */
  private record MessageTemplate(Pattern english, int known, String chinese) {
    static MessageTemplate of(String english, String chinese) {
      StringBuilder pattern = new StringBuilder();
      int end = 0;
      for (Matcher gap = VARIABLE.matcher(english); gap.find(); end = gap.end()) {
        pattern.append(Pattern.quote(english.substring(end, gap.start())));
        // What varies is never several sentences.
        pattern.append("(?<v" + gap.group(1) + ">(?:(?!\\. ).)*?)");
      }
      pattern.append(Pattern.quote(english.substring(end)));
      int known = VARIABLE.matcher(english).replaceAll("").length();
      return new MessageTemplate(
          Pattern.compile(pattern.toString(), Pattern.DOTALL), known, chinese);
    }

    Optional<String> translated(String text) {
      Matcher match = english.matcher(text);
      if (!match.matches()) {
        return Optional.empty();
      }
      return Optional.of(
          VARIABLE
              .matcher(chinese)
              .replaceAll(
                  gap -> Matcher.quoteReplacement(listed(match.group("v" + gap.group(1))))));
    }

    /** What stands in a gap may be told as well, and may be several joined by an and. */
    private static String listed(String value) {
      Optional<String> whole = ChineseTexts.find(value);
      if (whole.isPresent()) {
        return whole.get();
      }
      for (int and = value.indexOf(AND); and > 0; and = value.indexOf(AND, and + 1)) {
        Optional<String> first = ChineseTexts.find(value.substring(0, and));
        if (first.isPresent()) {
          return first.get() + "，并且" + listed(value.substring(and + AND.length()));
        }
      }
      return value;
    }
  }

  private static final class ChineseTexts {
    static final Map<String, String> WHOLE = new HashMap<>();
    static final List<MessageTemplate> TEMPLATES = new ArrayList<>();

    static {
      for (ErrorCode row : ErrorTable.all()) {
        WHOLE.putIfAbsent(row.meaning(), row.meaningZh());
        WHOLE.putIfAbsent(row.remedy(), row.remedyZh());
      }
      for (Remedy row : Remedy.all()) {
        WHOLE.putIfAbsent(row.meaning(), row.meaningZh());
        WHOLE.putIfAbsent(row.remedy(), row.remedyZh());
      }
      for (String[] cells : TsvResource.read("chinese.tsv")) {
        if (VARIABLE.matcher(cells[0]).find()) {
          TEMPLATES.add(MessageTemplate.of(cells[0], cells[1]));
        } else {
          WHOLE.put(cells[0], cells[1]);
        }
      }
      TEMPLATES.sort(Comparator.comparingInt(MessageTemplate::known).reversed());
    }

    static Optional<String> find(String english) {
      String whole = WHOLE.get(english);
      return whole != null
          ? Optional.of(whole)
          : TEMPLATES.stream().flatMap(each -> each.translated(english).stream()).findFirst();
    }
  }
}
