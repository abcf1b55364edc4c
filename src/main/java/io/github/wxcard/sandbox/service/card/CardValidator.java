package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.CardRule;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.BodyValidator;
import io.github.wxcard.sandbox.service.base.CallInput;
import java.time.Instant;
import java.util.function.Predicate;

/** What {@code /card/create} demands of a definition, and with which code it refuses the rest. */
public final class CardValidator {
  private CardValidator() {}

  /**
   * Accepts a create body and gives it back in its shape, or throws an {@link ApiException} for the
   * first fault.
   *
   * @param body the whole body, {@code {"card":{…}}}
   * @param now what is past
   * @param ownLogo whether a URL is one that this sandbox handed out
   * @param strict whether a field that nobody knows is refused
   */
  public static JsonNode check(
      JsonNode body, Instant now, Predicate<String> ownLogo, boolean strict) {
    CardSchema schema = CardSchema.standard();
    checkKey(body.path("card"), schema);
    JsonNode read = BodyValidator.of(schema.root(), schema.names(), strict).read(body);
    JsonNode card = needed(read, "card");
    String type = type(card);
    String key = CardService.innerKey(type);
    JsonNode inner = needed(card, key);
    new FieldValidator(ownLogo).check(key, inner, schema.inner(type).orElseThrow());
    for (CardRule rule : schema.rules()) {
      if (rule.errcode().isPresent() && rule.broken(type, inner, now)) {
        throw refusal(rule, "/card/" + key);
      }
    }
    return read;
  }

  /**
   * The refusal of a card that breaks a rule.
   *
   * @param card the pointer to the card's own object
   */
  static ApiException refusal(CardRule rule, String card) {
    String key = card.substring(card.lastIndexOf('/') + 1);
    return new ApiException(rule.errcode().orElseThrow(), key + rule.at() + ": " + rule.message())
        .at(card + rule.at());
  }

  private static JsonNode needed(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    if (value.isMissingNode()) {
      throw CallInput.missing(parent, name, 41011);
    }
    return value;
  }

  private static String type(JsonNode card) {
    JsonNode type = needed(card, "card_type");
    if (CardSchema.standard().types().stream()
        .noneMatch(choice -> choice.value().equals(type) && choice.errcode().isEmpty())) {
      throw new ApiException(40071, "card_type " + type + " cannot be created");
    }
    return type.textValue();
  }

  /** The content of another type is not even looked at. */
  private static void checkKey(JsonNode card, CardSchema schema) {
    String type = card.path("card_type").asText("");
    String key = CardService.innerKey(type);
    boolean another =
        schema.card().properties().keySet().stream()
            .anyMatch(name -> !name.equals("card_type") && card.hasNonNull(name));
    if (schema.inner(type).isPresent() && !card.hasNonNull(key) && another) {
      throw new ApiException(40071, "card_type is " + type + ", but there is no " + key);
    }
  }
}
