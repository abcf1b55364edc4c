package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a page as somebody copied them, JSON or JavaScript, with the call around them
 * or without.
 *
 * @param values by their right names; what is empty or null is left out
 * @param warnings names that WeChat would not know
 */
record PastedParameters(Map<String, String> values, List<String> warnings) {
  private static final JsonFactory SCRIPT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  static PastedParameters read(String text, PastedShape shape) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    flat(object(text)).properties().forEach(member -> put(member, shape, values, warnings));
    return new PastedParameters(values, warnings);
  }

  /** A value, or the empty text. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  private static void put(
      Map.Entry<String, JsonNode> member,
      PastedShape shape,
      Map<String, String> values,
      List<String> warnings) {
    String given = member.getKey();
    String right = shape.meantBy(given).orElse(given);
    String value = member.getValue().isNull() ? "" : member.getValue().asText();
    if (value.isEmpty()) {
      return;
    }
    boolean beside = right.equals("cardId") && shape == PastedShape.CARD;
    if (!right.equals(given) && !beside) {
      warnings.add(shape.shown() + " knows no " + given + "; the name is " + right);
    }
    values.putIfAbsent(right, value);
  }

  /** {@code {cardList:[{cardId, cardExt:"{…}"}]}} is what {@code wx.addCard} takes. */
  private static ObjectNode flat(ObjectNode pasted) {
    JsonNode cards = pasted.path("cardList");
    if (cards.size() > 1) {
      throw Failure.of(
          Kind.INPUT, "there are " + cards.size() + " cards", "Check them one by one.");
    }
    ObjectNode flat = (cards.path(0) instanceof ObjectNode card ? card : pasted).deepCopy();
    JsonNode ext = flat.remove("cardExt");
    if (ext != null) {
      ObjectNode inner = ext instanceof ObjectNode object ? object : object(ext.asText());
      flat.setAll(inner);
    }
    return flat;
  }

  private static ObjectNode object(String text) {
    int start = text.indexOf('{');
    int end = text.lastIndexOf('}');
    if (start >= 0 && end > start) {
      try (JsonParser parser = SCRIPT.createParser(text.substring(start, end + 1))) {
        parser.nextToken();
        if (Json.readValue(parser) instanceof ObjectNode object) {
          return object;
        }
      } catch (JsonProcessingException e) {
        throw unreadable(e.getOriginalMessage()).causedBy(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw unreadable("there is no object in it");
  }

  private static Failure unreadable(String why) {
    return Failure.of(
        Kind.INPUT,
        "the parameters cannot be read: " + why,
        "Paste the object with its braces, and leave functions such as success out.");
  }
}
