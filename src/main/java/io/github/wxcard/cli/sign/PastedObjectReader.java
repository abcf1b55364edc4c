package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.sign.PastedParameters.Misnamed;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one object of pasted parameters as WeChat reads it. */
final class PastedObjectReader {
  private static final Pattern SECRET = Pattern.compile("ticket|secret|accesstoken");
  static final String LEAK = "SECRET IN THE PAGE: ";

  private static final String EXT = "cardExt";
  private static final String LIST = "cardList";
  private static final List<String> LIST_NAMES = List.of("cardlist");

  private final PastedFormat format;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Misnamed> misnamed = new LinkedHashMap<>();
  private final List<PageFailureCause> causes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private PastedObjectReader(PastedFormat format, List<PageFailureCause> causes) {
    this.format = format;
    this.causes.addAll(causes);
  }

  /** Each card of a list, or the one object that another call takes. */
  static List<PastedParameters> readAll(String text, PastedFormat format) {
    PastedScriptParser script = PastedScriptParser.read(text);
    if (script.rest().indexOf('{') >= 0 && format != PastedFormat.PAGE) {
      throw PastedScriptParser.unreadable(
          "what follows the first call is none that can be checked");
    }
    List<PageFailureCause> causes = new ArrayList<>();
    List<ObjectNode> objects =
        format == PastedFormat.CARD
            ? cards(script.objects(), causes)
            : calls(script.objects(), format);
    if (objects.isEmpty()) {
      throw PastedScriptParser.unreadable("the list of cards is empty");
    }
    if (objects.size() > 1 && format != PastedFormat.CARD) {
      throw Failure.of(
          FailureKind.INPUT,
          "there are " + objects.size() + " objects",
          "Check what each call takes by itself.");
    }
    return objects.stream()
        .map(object -> new PastedObjectReader(format, causes).read(object))
        .toList();
  }

  /** What wx.addCard takes, or cards without it; other calls of the page are none. */
  private static List<ObjectNode> cards(List<ObjectNode> objects, List<PageFailureCause> causes) {
    if (objects.stream().allMatch(object -> named(object, LIST_NAMES).isEmpty())) {
      return objects;
    }
    List<ObjectNode> cards = new ArrayList<>();
    for (ObjectNode object : objects) {
      Optional<String> name = named(object, LIST_NAMES);
      JsonNode list = object.path(name.orElse(LIST));
      if (name.isPresent() && !name.get().equals(LIST)) {
        causes.add(PageFailureCause.misread(PastedFormat.CARD, LIST, name.get()));
      }
      if (list.isObject()) {
        causes.add(
            new PageFailureCause(
                "cardList is an object where WeChat wants a list", "Put it into brackets."));
        cards.add((ObjectNode) list);
      } else {
        list.forEach(card -> cards.add((ObjectNode) asObject(card)));
      }
    }
    return cards;
  }

  /** The member that is called so, or nearly so. */
  private static Optional<String> named(ObjectNode object, List<String> plainNames) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> plainNames.contains(name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "")))
        .findFirst();
  }

  /** Of several calls the one that holds this kind of digest. */
  private static List<ObjectNode> calls(List<ObjectNode> objects, PastedFormat format) {
    List<ObjectNode> signed =
        objects.stream().filter(object -> object.has(format.digest())).toList();
    return signed.size() == 1 ? signed : objects;
  }

  private static JsonNode asObject(JsonNode card) {
    return card instanceof ObjectNode ? card : Json.object();
  }

  private PastedParameters read(ObjectNode pasted) {
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
      boolean mustBeThere = format.indispensable().contains(name);
      if (!values.containsKey(name) && (given != null || mustBeThere)) {
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
        beside.has(EXT) ? Optional.of(EXT) : named(beside, List.of("cardext", "ext"));
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
    } else if (isSecret(given)) {
      warnings.add(leak("wx.addCard", given));
    }
  }

  private void put(Map.Entry<String, JsonNode> member) {
    String given = member.getKey();
    String value = text(member.getValue());
    String right = format.meantBy(given).orElse(given);
    if (value.isEmpty()) {
      return;
    }
    if (isSecret(given) && format != PastedFormat.CALLBACK) {
      warnings.add(leak(format.shown(), given));
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

  static boolean isSecret(String name) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT).replace("_", "")).find();
  }

  /** What a secret in a page means. */
  static String leak(String where, String name) {
    return LEAK
        + "%s hands %s to every visitor, and who has it can sign in your name. Take it out; nobody but your server needs it"
            .formatted(where, name);
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.isContainerNode() ? Json.write(value) : value.asText();
  }
}
