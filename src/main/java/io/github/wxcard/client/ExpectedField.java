package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * A member that a success holds, written {@code NAME|NAME?:TYPE|TYPE=REQUESTED}: one of the names
 * is there, unless a question mark follows them; each that is there is of one of the types; and
 * when the request has the member {@code REQUESTED}, the answer speaks of the same.
 *
 * @param names dotted paths, in which {@code *} is any one member
 * @param requested a dotted path into the request, or empty
 */
record ExpectedField(String[] names, boolean optional, String[] types, String requested) {
  /** What a phone shows of a dynamic code; the answer has the code behind it. */
  private static final int DYNAMIC_CODE = 18;

  static ExpectedField parse(String item) {
    int colon = item.indexOf(':');
    int equals = item.indexOf('=', colon);
    boolean optional = item.charAt(colon - 1) == '?';
    return new ExpectedField(
        item.substring(0, optional ? colon - 1 : colon).split("\\|"),
        optional,
        item.substring(colon + 1, equals < 0 ? item.length() : equals).split("\\|"),
        equals < 0 ? "" : item.substring(equals + 1));
  }

  /** What is wrong with it in an answer; empty when nothing is. */
  Optional<String> flaw(JsonNode answer, JsonNode request) {
    JsonNode asked = requested.isEmpty() ? MissingNode.getInstance() : at(request, requested);
    boolean found = false;
    for (String name : names) {
      JsonNode value = at(answer, name);
      if (value.isMissingNode() || value.isNull()) {
        continue;
      }
      if (!hasType(value)) {
        return Optional.of("without a usable " + name);
      }
      if (!same(value, asked)) {
        return Optional.of("about another " + requested);
      }
      found = true;
    }
    return found || optional
        ? Optional.empty()
        : Optional.of("without a usable " + String.join(" or ", names));
  }

  private static JsonNode at(JsonNode node, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return node.path(path);
    }
    String first = path.substring(0, dot);
    String rest = path.substring(dot + 1);
    if (!first.equals("*")) {
      return at(node.path(first), rest);
    }
    for (JsonNode inner : node) {
      JsonNode found = at(inner, rest);
      if (!found.isMissingNode()) {
        return found;
      }
    }
    return MissingNode.getInstance();
  }

  private boolean hasType(JsonNode value) {
    for (String type : types) {
      if (is(type, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "text" -> value.isTextual() && !value.textValue().isBlank();
      case "string" -> value.isTextual();
      case "int" -> value.isIntegralNumber();
      case "count" -> value.isInt() && value.intValue() >= 0;
      case "positive" -> value.isInt() && value.intValue() > 0;
      case "flag" -> value.isBoolean() || isFlagInWords(value.asText());
      case "list" -> value.isArray();
      case "object" -> value.isObject();
      default -> throw new IllegalStateException("no type: " + type);
    };
  }

  /** Old answers have them. */
  private static boolean isFlagInWords(String text) {
    return text.equals("true") || text.equals("false");
  }

  /** Whether the answer names what the request named: the very thing, or some of a list. */
  private boolean same(JsonNode value, JsonNode asked) {
    if (value.isArray() && asked.isArray()) {
      for (JsonNode each : value) {
        if (!contains(asked, each)) {
          return false;
        }
      }
      return true;
    }
    return !value.isValueNode()
        || !asked.isValueNode()
        || asked.isNull()
        || isDynamicCode(asked)
        || value.asText().strip().equals(asked.asText().strip());
  }

  private boolean isDynamicCode(JsonNode asked) {
    return requested.equals("code") && asked.asText().length() == DYNAMIC_CODE;
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.asText().strip().equals(value.asText().strip())) {
        return true;
      }
    }
    return false;
  }
}
