package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.Field.Notes;
import io.github.wxcard.card.source.JsonPointers;
import io.github.wxcard.card.source.Severity;
import io.github.wxcard.text.InvisibleCharacters;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks a definition beside the schema. */
final class SchemaValidator {
  private final DiagnosticCollector diagnostics;
  private final String cardType;
  private final List<String> foreign;
  private final Set<String> known;
  private final ValueChecks values;
  private final TextChecks texts;

  /** The objects around, the innermost first. */
  private final Deque<Field> around = new ArrayDeque<>();

  /**
   * @param foreign pointers to leave alone
   * @param known what is an error where it does not belong; another unknown name may pass
   */
  SchemaValidator(
      DiagnosticCollector diagnostics, String cardType, List<String> foreign, Set<String> known) {
    this.diagnostics = diagnostics;
    this.cardType = cardType;
    this.foreign = foreign;
    this.known = known;
    this.values = new ValueChecks(diagnostics);
    this.texts = new TextChecks(diagnostics);
  }

  void check(String pointer, JsonNode value, Field field) {
    if (foreign.contains(pointer)) {
      return;
    }
    if (field.notes().answerOnly()) {
      diagnostics.answerField(pointer);
      return;
    }
    noted(pointer, field.notes());
    if (field.types().isEmpty() || !values.typed(pointer, value, field)) {
      return;
    }
    if (!field.choices().isEmpty()) {
      values.chosen(pointer, value, field.choices());
    } else if (value.isTextual()) {
      texts.check(pointer, value.textValue(), field);
    } else if (value.isNumber()) {
      values.ranged(pointer, value, field);
    } else if (value.isObject()) {
      object(pointer, value, field);
    } else if (value.isArray()) {
      list(pointer, value, field);
    }
  }

  private void noted(String pointer, Notes notes) {
    if (notes.deprecated()) {
      diagnostics.warn(pointer, "deprecated", "a thing of the past", notes.hint());
    }
    if (!notes.cardTypes().isEmpty() && !notes.cardTypes().contains(cardType)) {
      diagnostics.warn(
          pointer,
          "card-type",
          "it means something only for " + String.join(" and ", notes.cardTypes()),
          "Leave it out.");
    }
  }

  private void object(String pointer, JsonNode object, Field field) {
    around.push(field);
    members(pointer, object, field);
    around.pop();
  }

  private void members(String pointer, JsonNode object, Field field) {
    for (String name : field.required()) {
      if (object.path(name).isMissingNode() || object.path(name).isNull()) {
        diagnostics.misplaced(
            pointer + "/" + name, Severity.ERROR, "required", name + " is missing", "Add it.");
      }
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      String at = pointer + "/" + JsonPointers.escaped(name);
      Field own = field.properties().get(name);
      if (foreign.contains(at)) {
        continue;
      }
      if (own == null) {
        unknown(at, name, member.getValue(), field);
        String visible = InvisibleCharacters.cleaned(name);
        if (!visible.equals(name)
            && field.properties().containsKey(visible)
            && !object.has(visible)) {
          diagnostics.fixByRenaming(at, "unknown-field", visible);
        }
      } else if (!member.getValue().isNull()) {
        check(at, member.getValue(), own);
      } else if (!field.required().contains(name)) {
        nothing(at);
      }
    }
  }

  private void nothing(String pointer) {
    diagnostics.fixByRemoving(pointer, "null");
    diagnostics.warn(
        pointer, "null", "a superfluous null", "Leave the field out instead of sending null.");
  }

  private void unknown(String pointer, String name, JsonNode value, Field field) {
    if (field.notes().open()) {
      return;
    }
    Optional<String> home = elsewhere(name, field);
    if (home.isPresent() || around.stream().anyMatch(one -> one.properties().containsKey(name))) {
      diagnostics.displace();
    }
    Optional<String> meant = SpellingSuggestion.nearest(name, field.properties().keySet());
    String visible = InvisibleCharacters.shown(name);
    boolean astray = known.contains(name) && !value.isNull();
    String message =
        astray
            ? "a field of another place; WeChat takes the whole body for broken"
            : !visible.equals(name)
                ? "an unknown field, with an invisible character in its name: " + visible
                : value.isNull()
                    ? "an unknown field, and null"
                    : "an unknown field; it is sent as it is";
    diagnostics.misplaced(
        pointer,
        astray ? Severity.ERROR : Severity.WARNING,
        "unknown-field",
        message,
        home.map("It belongs into %s."::formatted)
            .or(() -> meant.map("Did you mean %s?"::formatted))
            .orElse("Check the name, or leave it out."));
  }

  /** Where below this object a field of that name is at home. */
  private static Optional<String> elsewhere(String name, Field field) {
    for (Map.Entry<String, Field> member : field.properties().entrySet()) {
      if (member.getValue().properties().containsKey(name)) {
        return Optional.of(member.getKey());
      }
    }
    return Optional.empty();
  }

  private void list(String pointer, JsonNode list, Field field) {
    int least = field.limits().minItems().orElse(0);
    int most = field.limits().maxItems().orElse(Integer.MAX_VALUE);
    if (list.isEmpty()) {
      diagnostics.fixByRemoving(pointer, least > 0 ? "item-count" : "empty-list");
    }
    if (list.size() < least || list.size() > most) {
      diagnostics.error(
          pointer,
          "item-count",
          String.format(
              Locale.ROOT,
              "%d elements, %s",
              list.size(),
              least == most
                  ? String.format(Locale.ROOT, "exactly %d allowed", most)
                  : String.format(Locale.ROOT, "at most %d allowed", most)),
          list.isEmpty()
              ? "Put one in, or leave the field out."
              : String.format(Locale.ROOT, "Keep %d.", most));
    } else if (list.isEmpty()) {
      diagnostics.warn(pointer, "empty-list", "an empty list says nothing", "Leave the field out.");
    }
    for (int i = 0; i < list.size(); i++) {
      if (field.items().isPresent()) {
        check(pointer + "/" + i, list.get(i), field.items().get());
      }
    }
  }
}
