package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.card.Field.Choice;
import io.github.wxcard.card.Field.Limits;
import io.github.wxcard.card.source.Severity;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.Excerpt;
import io.github.wxcard.text.InvisibleCharacters;
import io.github.wxcard.text.SpellingSuggestion;
import io.github.wxcard.text.UnixSeconds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks single values: their type, whether they are among the legal ones, their range, and whether
 * a time is in another unit than seconds.
 */
final class ValueChecks {
  private static final Map<String, String> NAMES =
      Map.of(
          "string", "a text",
          "integer", "a whole number",
          "boolean", "true or false",
          "array", "a list",
          "object", "an object");

  private final DiagnosticCollector diagnostics;

  ValueChecks(DiagnosticCollector diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether the value has a type the field allows; if not, it is told. */
  boolean typed(String pointer, JsonNode value, Field field) {
    if (field.types().isEmpty() || field.types().stream().anyMatch(type -> is(value, type))) {
      return true;
    }
    String wanted = NAMES.get(field.types().get(0));
    String message = "%s instead of %s".formatted(shown(value), wanted);
    meant(value, field).ifPresent(json -> diagnostics.fixByReplacing(pointer, "type", json));
    if (tolerated(value, field.notes().tolerated())) {
      diagnostics.warn(
          pointer, "type", message + "; the documentation knows no such form", fix(value, field));
    } else {
      diagnostics.error(pointer, "type", message, fix(value, field));
    }
    return false;
  }

  /** Whether a closed list of values allows this one; if not, it is told. */
  void chosen(String pointer, JsonNode value, List<Choice> choices) {
    for (Choice choice : choices) {
      if (choice.value().equals(value)) {
        if (choice.deprecated()) {
          String now = choice.title().isEmpty() ? "a present-day value" : choice.title();
          diagnostics.warn(
              pointer, "legacy-value", shown(value) + " is a legacy form", "Write " + now + ".");
        }
        return;
      }
    }
    choice(value.asText(), choices)
        .ifPresent(
            name -> diagnostics.fixByReplacing(pointer, "enum", Json.write(new TextNode(name))));
    List<String> names =
        choices.stream().filter(c -> !c.deprecated()).map(c -> c.value().asText()).toList();
    diagnostics.error(
        pointer,
        "enum",
        String.format(
            Locale.ROOT, "%s is not one of the %d legal values", shown(value), names.size()),
        choice(value.asText(), choices)
            .map("Write %s."::formatted)
            .orElseGet(() -> advice(value.asText(), names)));
  }

  /** The legal values; what is near by its spelling may still not be what was meant. */
  private static String advice(String written, List<String> names) {
    return SpellingSuggestion.nearest(written, names)
            .filter(
                name -> !letters(name).equals(letters(written)) || name.equalsIgnoreCase(written))
            .map("Did you mean %s? "::formatted)
            .orElse("")
        + "Write one of %s.".formatted(String.join(", ", names));
  }

  /** Names that differ in their digits alone, as colours do, say nothing about each other. */
  private static String letters(String name) {
    return name.replaceAll("[0-9]", "");
  }

  void ranged(String pointer, JsonNode value, Field field) {
    Limits limits = field.limits();
    boolean below = limits.minimum().isPresent() && value.asDouble() < limits.minimum().getAsLong();
    boolean above = limits.maximum().isPresent() && value.asDouble() > limits.maximum().getAsLong();
    if (field.notes().unit().equals("seconds") && otherUnit(pointer, value.asText(), above)) {
      return;
    }
    if (below || above) {
      long bound = (below ? limits.minimum() : limits.maximum()).getAsLong();
      diagnostics.error(
          pointer,
          below ? "minimum" : "maximum",
          String.format(
              Locale.ROOT, "%s is %s %d", value.asText(), below ? "below" : "above", bound),
          above
              ? "Write %s or less.".formatted(bound)
              : hint(field, "Write %s or more.".formatted(bound)));
    }
  }

  static String hint(Field field, String otherwise) {
    return field.notes().hint().isEmpty() ? otherwise : field.notes().hint();
  }

  /** A value as a message shows it: whole when short, else its kind. */
  static String shown(JsonNode value) {
    if (value.isContainerNode()) {
      return value.isArray() ? "a list" : "an object";
    }
    return value.isTextual() ? quoted(value.textValue()) : value.asText();
  }

  /** A text as a message shows it: its beginning when it is long. */
  static String quoted(String text) {
    return "\"" + InvisibleCharacters.shown(Excerpt.of(text, 40)) + "\"";
  }

  /** A colour given by its hex value, or a value with something invisible in it. */
  private static Optional<String> choice(String written, List<Choice> choices) {
    String visible = InvisibleCharacters.cleaned(written);
    return choices.stream()
        .filter(choice -> !choice.deprecated())
        .filter(
            choice ->
                choice.title().equalsIgnoreCase(visible)
                    || (choice.value().asText().equals(visible) && !visible.equals(written)))
        .map(choice -> choice.value().asText())
        .findFirst();
  }

  static boolean is(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      default -> value.isObject();
    };
  }

  private static boolean tolerated(JsonNode value, String form) {
    return switch (form) {
      case "digits" -> value.isTextual() && value.textValue().matches("0|[1-9][0-9]*");
      case "empty-list" -> value.isArray() && value.isEmpty();
      default -> false;
    };
  }

  private static String fix(JsonNode value, Field field) {
    return meant(value, field)
        .map(json -> json + (json.startsWith("\"") ? " in quotes." : " without quotes."))
        .map("Write "::concat)
        .orElseGet(() -> hint(field, "Write %s.".formatted(NAMES.get(field.types().get(0)))));
  }

  /** The value as JSON of the right type, when only its quotes are wrong. */
  private static Optional<String> meant(JsonNode value, Field field) {
    String type = field.types().get(0);
    String text = InvisibleCharacters.cleaned(value.asText()).strip();
    String small = text.toLowerCase(Locale.ROOT);
    if (value.isTextual() && type.equals("integer") && text.matches("-?(0|[1-9][0-9]{0,17})")) {
      return Optional.of(text);
    }
    if (value.isTextual() && type.equals("boolean") && small.matches("true|false")) {
      return Optional.of(small);
    }
    boolean digits = value.isIntegralNumber();
    return type.equals("string") && digits ? Optional.of("\"" + text + "\"") : Optional.empty();
  }

  /**
   * Whether it is in another unit; if so, it is told.
   *
   * @param refused whether no such number is taken
   */
  private boolean otherUnit(String pointer, String digits, boolean refused) {
    Optional<UnixSeconds> smaller = UnixSeconds.inSmallerUnit(digits);
    if (smaller.isPresent()) {
      diagnostics.add(
          pointer,
          refused ? Severity.ERROR : Severity.WARNING,
          "milliseconds",
          "%s looks like %s; WeChat counts in seconds".formatted(digits, smaller.get().unit()),
          String.format(Locale.ROOT, "Write %d.", smaller.get().seconds()));
      return true;
    }
    OptionalLong calendar = UnixSeconds.ofCalendar(digits);
    if (calendar.isPresent()) {
      diagnostics.add(
          pointer,
          refused ? Severity.ERROR : Severity.WARNING,
          "date",
          digits + " looks like a date; WeChat counts the seconds since 1970",
          String.format(
              Locale.ROOT, "Write %d, which is that date in Beijing.", calendar.getAsLong()));
    }
    return calendar.isPresent();
  }
}
