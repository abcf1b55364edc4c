package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The values later steps can use: {@code ${name}} and {@code ${step.key}}. */
public final class Variables {
  /** Placeholders whose form is checked before a request is made; by the last key. */
  private static final Map<String, String> WELL_FORMED =
      Map.of("url", "http://mmbiz.qpic.cn/URL/0", "timestamp", "1500000000");

  private final Map<String, List<String>> given = new HashMap<>();
  private final Map<String, JsonNode> found = new HashMap<>();
  private final boolean placeholders;

  public Variables(Map<String, List<String>> given) {
    this(given, false);
  }

  private Variables(Map<String, List<String>> given, boolean placeholders) {
    this.given.putAll(given);
    this.placeholders = placeholders;
  }

  /** For a dry run, in which no step finds anything: a placeholder stands for what is unknown. */
  public static Variables withPlaceholders(Map<String, List<String>> given) {
    return new Variables(given, true);
  }

  /** Keeps a step's result document, or a part of one under a name of its own. */
  public void keep(String name, JsonNode value) {
    found.put(name, value);
  }

  /** Gives a value that no step has found. */
  public void give(String name, String value) {
    given.put(name, List.of(value));
  }

  /** Whether a reference has a value that no step had to find. */
  boolean isGiven(String reference) {
    return given.containsKey(reference);
  }

  /** Whether a reference has a value by now. */
  boolean has(String reference) {
    return placeholders || given.containsKey(reference) || find(reference).isPresent();
  }

  /** The words a word stands for: a given list's own words, else the word with its values. */
  public List<String> expand(String word) {
    String whole = References.whole(word);
    return whole != null && given.containsKey(whole) ? given.get(whole) : List.of(fill(word));
  }

  /** The words a word stands for as far as is known by now; other references stay. */
  List<String> expandGiven(String word) {
    String whole = References.whole(word);
    return whole != null && given.containsKey(whole)
        ? given.get(whole)
        : List.of(
            References.fillSome(
                word, name -> given.containsKey(name) ? fill("${" + name + "}") : null));
  }

  /** The text with every reference replaced; a reference to nothing is a mistake in the file. */
  public String fill(String text) {
    return References.fill(text, reference -> text(value(reference)));
  }

  /** The document with every reference in its texts replaced; one alone keeps its type. */
  public JsonNode fill(JsonNode document) {
    if (document.isTextual()) {
      String whole = References.whole(document.textValue());
      return whole == null ? new TextNode(fill(document.textValue())) : value(whole);
    }
    if (document instanceof ArrayNode array) {
      ArrayNode filled = Json.array();
      array.forEach(element -> filled.add(fill(element)));
      return filled;
    }
    if (document instanceof ObjectNode object) {
      ObjectNode filled = Json.object();
      object.properties().forEach(member -> filled.set(member.getKey(), fill(member.getValue())));
      return filled;
    }
    return document;
  }

  private JsonNode value(String reference) {
    if (given.containsKey(reference)) {
      return new TextNode(String.join(" ", given.get(reference)));
    }
    Optional<JsonNode> value = find(reference);
    if (value.isEmpty() && placeholders) {
      return new TextNode(placeholder(reference));
    }
    return value.orElseThrow(() -> nothing(reference));
  }

  private Optional<JsonNode> find(String reference) {
    if (found.containsKey(reference)) {
      return Optional.of(found.get(reference));
    }
    int dot = reference.indexOf('.');
    return Optional.ofNullable(dot < 0 ? null : found.get(reference.substring(0, dot)))
        .map(result -> result.at(DottedPath.pointer(reference.substring(dot + 1))))
        .filter(value -> !value.isMissingNode());
  }

  private Failure nothing(String reference) {
    int dot = reference.indexOf('.');
    JsonNode result = dot < 0 ? null : found.get(reference.substring(0, dot));
    String there =
        result == null
            ? ""
            : ": "
                + DottedPath.whatIsThere(result, DottedPath.pointer(reference.substring(dot + 1)));
    return Failure.of(
        FailureKind.INPUT,
        "${" + reference + "} names nothing that an earlier step has found" + there,
        "Refer to a step's result as ${step.key}.");
  }

  /** The last key in capitals, such as {@code CARD_ID}. */
  private static String placeholder(String reference) {
    String key = reference.substring(reference.lastIndexOf('.') + 1);
    return WELL_FORMED.getOrDefault(key, key.toUpperCase(Locale.ROOT));
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }
}
