package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.github.wxcard.card.source.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Something that holds between the fields of a card.
 *
 * @param name the short name of the rule
 * @param types the only card types it is for; empty for all
 * @param notTypes card types it is not for
 * @param when the rule fires when all of them hold
 * @param at the pointer, from the card's own object, that is to blame
 * @param errcode the code of a refusal; none when it only warns
 */
public record CardRule(
    String name,
    Severity severity,
    List<String> types,
    List<String> notTypes,
    List<Condition> when,
    String at,
    String message,
    String remedy,
    OptionalInt errcode) {

  /** Whether the card breaks the rule. */
  public boolean broken(String cardType, JsonNode inner, Instant now) {
    return (types.isEmpty() || types.contains(cardType))
        && !notTypes.contains(cardType)
        && when.stream().allMatch(condition -> condition.holds(inner, now));
  }

  /** Whether it also looks at what is absent. */
  boolean looksForAbsence() {
    return when.stream().anyMatch(Condition::metByAbsence);
  }

  static List<CardRule> readAll(JsonNode document) {
    List<CardRule> rules = new ArrayList<>();
    document.path("rules").forEach(rule -> rules.add(read(rule)));
    return List.copyOf(rules);
  }

  private static CardRule read(JsonNode rule) {
    List<Condition> when = new ArrayList<>();
    rule.path("when").forEach(condition -> when.add(new Condition(condition)));
    return new CardRule(
        rule.path("rule").textValue(),
        Severity.valueOf(rule.path("level").textValue()),
        texts(rule.path("types")),
        texts(rule.path("notTypes")),
        List.copyOf(when),
        rule.path("at").textValue(),
        rule.path("message").textValue(),
        rule.path("fix").textValue(),
        rule.has("errcode")
            ? OptionalInt.of(rule.path("errcode").intValue())
            : OptionalInt.empty());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.textValue()));
    return List.copyOf(texts);
  }

  /**
   * One condition of a rule: a {@code path} and what must be true of the value there. A value of
   * another type than the condition is about fulfils nothing; that it has the wrong type is told
   * elsewhere.
   */
  public record Condition(JsonNode spec) {

    /** Whether it holds for a card's own object. */
    private boolean holds(JsonNode inner, Instant now) {
      JsonNode value = inner.at(spec.path("path").textValue());
      for (Map.Entry<String, JsonNode> test : spec.properties()) {
        if (!test.getKey().equals("path") && !holds(test, value, inner, now)) {
          return false;
        }
      }
      return true;
    }

    /** Whether an absent value fulfils it. */
    boolean metByAbsence() {
      return spec.has("not") || !spec.path("present").asBoolean(true);
    }

    private static boolean holds(
        Map.Entry<String, JsonNode> test, JsonNode value, JsonNode inner, Instant now) {
      JsonNode wanted = test.getValue();
      return switch (test.getKey()) {
        case "present" -> present(value) == wanted.booleanValue();
        case "is" -> value.equals(wanted);
        case "not" -> !value.equals(wanted);
        case "in" -> contains(wanted, value);
        case "above" -> value.isNumber() && compare(value, wanted) > 0;
        case "notAbove" -> notAbove(value, inner.at(wanted.textValue()));
        case "past" ->
            value.isNumber() && compare(value, LongNode.valueOf(now.getEpochSecond())) <= 0;
        default -> throw new IllegalArgumentException("no such test: " + test.getKey());
      };
    }

    private static boolean present(JsonNode value) {
      return switch (value.getNodeType()) {
        case MISSING, NULL -> false;
        case STRING -> !value.textValue().isEmpty();
        case ARRAY, OBJECT -> !value.isEmpty();
        default -> true;
      };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
      for (JsonNode one : list) {
        if (one.equals(value)) {
          return true;
        }
      }
      return false;
    }

    /** However large the numbers are. */
    private static int compare(JsonNode one, JsonNode other) {
      return one.decimalValue().compareTo(other.decimalValue());
    }

    private static boolean notAbove(JsonNode value, JsonNode other) {
      return value.isNumber() && other.isNumber() && compare(value, other) <= 0;
    }
  }
}
