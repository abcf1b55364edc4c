package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.sign.PastedParameters.Misnamed;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one object of pasted parameters as WeChat reads it. */
final class PastedObjectReader {
  private static final String EXT = "cardExt";

  private final PastedFormat format;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Misnamed> misnamed = new LinkedHashMap<>();
  private final List<PageFailureCause> causes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param causes those of the whole script
   */
  PastedObjectReader(PastedFormat format, List<PageFailureCause> causes) {
    this.format = format;
    this.causes.addAll(causes);
  }

  PastedParameters read(ObjectNode pasted) {
    ObjectNode beside = pasted.deepCopy();
    JsonNode ext = format == PastedFormat.CARD ? ext(beside) : null;
    if (ext == null) {
      beside.properties().forEach(this::put);
    } else {
      beside.properties().forEach(this::putBeside);
      ObjectNode inner = inner(ext);
      cardIdInside(inner);
      inner.properties().forEach(this::put);
    }
    for (String name : format.required()) {
      Misnamed given = misnamed.get(name);
      if (!values.containsKey(name) && (given != null || name.equals("timestamp"))) {
        causes.add(
            given == null ? missing(name) : PageFailureCause.misread(format, name, given.name()));
      }
    }
    return new PastedParameters(values, misnamed, causes, warnings);
  }

  private PageFailureCause missing(String name) {
    return new PageFailureCause(
        format.shown() + " holds no " + name + ", which WeChat wants", "Pass it on.");
  }

  /** Takes the card's text out of what stands beside it. */
  private JsonNode ext(ObjectNode beside) {
    Optional<String> name =
        beside.has(EXT) ? Optional.of(EXT) : PastedObjects.named(beside, "cardext", "ext");
    if (name.isPresent() && !name.get().equals(EXT)) {
      causes.add(PageFailureCause.misread(format, EXT, name.get()));
    }
    return name.<JsonNode>map(beside::remove).orElse(null);
  }

  private ObjectNode inner(JsonNode ext) {
    if (ext instanceof ObjectNode object) {
      causes.add(
          new PageFailureCause(
              "cardExt is an object where WeChat wants a JSON text, and an object ends as a wrong"
                  + " signature (签名错误)",
              "Pass on JSON.stringify of it."));
      return object;
    }
    try {
      if (Json.read(ext.asText()) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      // Told below; what is nearly JSON is still looked at.
    }
    causes.add(
        new PageFailureCause(
            "cardExt is no JSON text of one object", "Make it with JSON.stringify."));
    return ext.asText().indexOf('{') < 0
        ? Json.object()
        : PastedScriptParser.read(ext.asText()).objects().get(0);
  }

  /** What stands inside cardExt alone is no card's id for wx.addCard. */
  private void cardIdInside(ObjectNode inner) {
    if (values.containsKey("cardId") || misnamed.containsKey("cardId")) {
      return;
    }
    for (String name : List.of("card_id", "cardId", "cardid")) {
      String id = text(inner.path(name));
      if (!id.isEmpty()) {
        misnamed.put("cardId", new Misnamed(name + " inside cardExt", id));
        return;
      }
    }
  }

  /** Beside cardExt the card's id is read, under one name alone. */
  private void putBeside(Map.Entry<String, JsonNode> member) {
    String given = member.getKey();
    String right = format.meantBy(given).orElse(given);
    if (right.equals("cardId")) {
      add(right, given, text(member.getValue()));
    } else if (PastedParameters.isSecret(given)) {
      warnings.add(PastedParameters.leak("wx.addCard", given));
    }
  }

  private void put(Map.Entry<String, JsonNode> member) {
    String given = member.getKey();
    String value = text(member.getValue());
    String right = format.meantBy(given).orElse(given);
    if (value.isEmpty()) {
      return;
    }
    if (PastedParameters.isSecret(given) && format != PastedFormat.CALLBACK) {
      warnings.add(PastedParameters.leak(format.shown(), given));
    }
    if (format == PastedFormat.CARD && right.equals("cardId")) {
      if (misnamed.containsKey("cardId")) {
        return;
      }
      values.putIfAbsent(right, value); // Signed, and passed on beside cardExt.
    } else {
      add(right, given, value);
    }
  }

  private void add(String right, String given, String value) {
    if (right.equals(given)) {
      values.put(right, value);
      return;
    }
    warnings.add(format.reader(right) + " knows no " + given + "; the name is " + right);
    if (format == PastedFormat.CALLBACK) {
      values.putIfAbsent(right, value);
    } else {
      misnamed.putIfAbsent(right, new Misnamed(given, value));
    }
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.isContainerNode() ? Json.write(value) : value.asText();
  }
}
