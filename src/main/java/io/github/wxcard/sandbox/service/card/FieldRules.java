package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.CardUrl;
import io.github.wxcard.card.Choice;
import io.github.wxcard.card.Field;
import io.github.wxcard.card.Limits;
import io.github.wxcard.sandbox.service.base.Missing;
import io.github.wxcard.sandbox.service.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds a value against the limits of its field. Where WeChat's behaviour is unknown it is the
 * milder one: unknown fields pass, {@code null} for a plain value is an absent key.
 */
final class FieldRules {
  private static final int BAD_DATA = 47001;
  private static final int MISSING_FIELD = 41011;
  private static final int TOO_LONG = 45021;
  private static final int BAD_PARAMETER = 40150;

  private final Predicate<String> ownLogo;

  FieldRules(Predicate<String> ownLogo) {
    this.ownLogo = ownLogo;
  }

  void check(String at, JsonNode value, Field field) {
    if (field.notes().answerOnly() || field.types().isEmpty()) {
      return;
    }
    if (!typed(value, field)) {
      throw refusal(field, BAD_DATA, at + " has the wrong type, not " + field.types().get(0));
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
      throw refusal(field, BAD_PARAMETER, at + " " + value + " is out of range");
    }
  }

  private static boolean typed(JsonNode value, Field field) {
    return field.types().stream().anyMatch(type -> typed(value, type))
        || (value.isTextual() && tolerated(value.textValue(), field.notes().tolerated()));
  }

  private static boolean typed(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalArgumentException("no such type: " + type);
    };
  }

  private static boolean tolerated(String text, String form) {
    return (form.equals("digits") && text.matches("[1-9][0-9]*")) || form.equals("comma-list");
  }

  private void object(String at, JsonNode object, Field field) {
    for (String name : field.required()) {
      if (absent(object.path(name), field.properties().get(name))) {
        throw refusal(field, MISSING_FIELD, at + "." + Missing.reason(object, name));
      }
    }
    members(at, object, field);
  }

  /** Checks what an object has, and misses nothing: an update holds only what changes. */
  void members(String at, JsonNode object, Field field) {
    for (Map.Entry<String, Field> known : field.properties().entrySet()) {
      JsonNode value = object.path(known.getKey());
      if (!absent(value, known.getValue())) {
        check(at + "." + known.getKey(), value, known.getValue());
      }
    }
  }

  /** Null stands for nothing where a plain value belongs, and for bad data elsewhere. */
  private static boolean absent(JsonNode value, Field field) {
    List<String> types = field.types();
    boolean container = types.contains("object") || types.contains("array");
    return value.isMissingNode() || (value.isNull() && !container);
  }

  private void list(String at, JsonNode list, Field field) {
    if (list.size() > field.limits().maxItems().orElse(Integer.MAX_VALUE)) {
      throw refusal(field, BAD_PARAMETER, at + " has " + list.size() + " elements");
    }
    for (int i = 0; i < list.size(); i++) {
      if (field.items().isPresent()) {
        check(at + "[" + i + "]", list.get(i), field.items().get());
      }
    }
  }

  private static void chosen(String at, JsonNode value, Field field) {
    for (Choice choice : field.choices()) {
      if (choice.value().equals(value)) {
        return;
      }
    }
    throw refusal(field, BAD_PARAMETER, at + " " + value + " is not one of the legal values");
  }

  private void text(String at, String text, Field field) {
    Limits limits = field.limits();
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (limits.maxBytes().isPresent() && bytes > limits.maxBytes().getAsInt()) {
      throw new Refusal(
          TOO_LONG,
          "%s has %d bytes, at most %d".formatted(at, bytes, limits.maxBytes().getAsInt()));
    }
    if (bytes == 0) {
      if (limits.minLength().isPresent()) {
        throw new Refusal(MISSING_FIELD, at + " is empty");
      }
      return;
    }
    Optional<CardUrl> url = CardUrl.parse(text);
    boolean fits =
        switch (field.notes().url()) {
          case "image" -> ownLogo.test(text) || uploaded(url);
          case "page" -> url.isPresent();
          default -> true;
        };
    if (!fits) {
      throw refusal(field, BAD_PARAMETER, at + " is not an acceptable URL");
    }
  }

  private static boolean uploaded(Optional<CardUrl> url) {
    return url.isPresent() && url.get().host().equals(CardUrl.PICTURE_HOST);
  }

  private static boolean within(double number, Limits limits) {
    return (limits.minimum().isEmpty() || number >= limits.minimum().getAsLong())
        && (limits.maximum().isEmpty() || number <= limits.maximum().getAsLong());
  }

  private static Refusal refusal(Field field, int otherwise, String reason) {
    return new Refusal(field.notes().errcode().orElse(otherwise), reason);
  }
}
