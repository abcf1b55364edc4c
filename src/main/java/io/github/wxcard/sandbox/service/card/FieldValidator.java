package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.CardUrl;
import io.github.wxcard.card.Field.Limits;
import io.github.wxcard.card.Field;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.TextLimits;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Holds a value, which has the shape of its field, against the limits of it. */
record FieldValidator(Predicate<String> ownLogo) {
  void check(String at, JsonNode value, Field field) {
    if (field.notes().answerOnly() || field.types().isEmpty()) {
      return;
    }
    if (value.isNumber() && !value.isIntegralNumber()) {
      throw refusal(field, 47001, at + " " + value + " is no whole number");
    }
    if (value.isObject()) {
      object(at, value, field);
    } else if (value.isArray()) {
      list(at, value, field);
    } else if (!field.choices().isEmpty()) {
      chosen(at, value, field);
    } else if (value.isTextual() && field.types().contains("string")) {
      text(at, value.textValue(), field);
    } else if (value.isNumber() && !within(value.doubleValue(), field.limits())) {
      throw refusal(field, 40150, at + " " + value + " is out of range");
    }
  }

  private void object(String at, JsonNode object, Field field) {
    for (String name : field.required()) {
      if (object.path(name).isMissingNode()) {
        throw refusal(field, 41011, at + "." + CallInput.missingReason(object, name)).at("/" + name);
      }
    }
    members(at, object, field);
  }

  /** Checks what an object has, and misses nothing: an update holds only what changes. */
  void members(String at, JsonNode object, Field field) {
    for (Map.Entry<String, Field> known : field.properties().entrySet()) {
      JsonNode value = object.path(known.getKey());
      if (!value.isMissingNode()) {
        check(at + "." + known.getKey(), value, known.getValue());
      }
    }
  }

  private void list(String at, JsonNode list, Field field) {
    if (list.size() > field.limits().maxItems().orElse(Integer.MAX_VALUE)) {
      throw refusal(field, 40150, at + " has " + list.size() + " elements");
    }
    for (int i = 0; i < list.size(); i++) {
      if (field.items().isPresent()) {
        check(at + "[" + i + "]", list.get(i), field.items().get());
      }
    }
  }

  private static void chosen(String at, JsonNode value, Field field) {
    if (field.choices().stream().noneMatch(choice -> choice.value().equals(value))) {
      throw refusal(field, 40150, at + " " + value + " is not one of the legal values");
    }
  }

  private void text(String at, String text, Field field) {
    Limits limits = field.limits();
    limits.maxBytes().ifPresent(most -> TextLimits.checkBytes(at, text, most));
    limits.maxLength().ifPresent(most -> TextLimits.checkCharacters(at, text, most));
    if (text.isEmpty()) {
      if (limits.minLength().isPresent()) {
        throw new ApiException(41011, at + " is empty").at("/" + at.replace('.', '/'));
      }
      return;
    }
    Optional<CardUrl> url = CardUrl.parse(text);
    boolean fits =
        switch (field.notes().url()) {
          case "image", "background" -> ownLogo.test(text) || uploaded(url, field);
          case "page" -> url.isPresent();
          default -> true;
        };
    if (!fits) {
      boolean page = field.notes().url().equals("page");
      String rule = page ? " is no URL" : " is no URL that uploadimg gave";
      throw refusal(field, 40150, at + rule);
    }
  }

  private static boolean uploaded(Optional<CardUrl> url, Field field) {
    return url.isPresent() && url.get().uploaded(field.notes().url());
  }

  private static boolean within(double number, Limits limits) {
    return (limits.minimum().isEmpty() || number >= limits.minimum().getAsLong())
        && (limits.maximum().isEmpty() || number <= limits.maximum().getAsLong());
  }

  private static ApiException refusal(Field field, int otherwise, String reason) {
    return new ApiException(field.notes().errcode().orElse(otherwise), reason);
  }
}
