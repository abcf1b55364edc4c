package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.source.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
}
